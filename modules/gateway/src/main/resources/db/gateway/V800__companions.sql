-- Continuous use of a companion by a person. What was said is not here.
create table companion_session (
    person         text        not null,
    model          text        not null,
    started_at     timestamptz not null,
    last_at        timestamptz not null,
    told_at        timestamptz,
    handed_over_at timestamptz,
    primary key (person, model)
);
create index companion_session_last on companion_session (last_at);
