-- Network security incidents: when each was noticed, how grave it is, and the clocks that follow from it.
create table incident (
    number      text primary key,
    level       text        not null,
    critical    boolean     not null,
    facts       text        not null,
    noticed_at  timestamptz not null,
    entered_by  text        not null,
    report      text,
    handled_at  timestamptz,
    summary     text,
    check (summary is null or handled_at is not null)
);
create index incident_noticed on incident (noticed_at desc);
