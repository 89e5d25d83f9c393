-- Every registration of a model there ever was; the one without superseded_at is in force.
create table registration (
    id            text primary key,
    model         text        not null,
    version       text        not null,
    capabilities  text        not null,
    filing_number text        not null,
    assessed_on   date        not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    superseded_at timestamptz
);
create unique index registration_in_force on registration (model) where superseded_at is null;

-- What is paused now; its history is told by events.
create table pause (
    scope     text primary key,
    reason    text        not null,
    paused_by text        not null,
    paused_at timestamptz not null
);
