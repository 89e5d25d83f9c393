-- The tables that every service has: outbox, inbox, dead letters and the keys of persons.
create table outbox (
    sequence    bigint generated always as identity primary key,
    event_id    text        not null unique,
    key         text        not null,
    cloud_event text        not null,
    traceparent text,
    created_at  timestamptz not null default now(),
    lane        smallint generated always as (hashtext(key) & 7) stored
);

-- A relay sends the rows of the lanes that it holds locked; all rows of one key are in one lane, so their order is kept.
create table outbox_lane (
    lane smallint primary key
);
insert into outbox_lane select generate_series(0, 7);

create table inbox (
    channel     text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (channel, event_id)
);

create table dead_letter (
    id          bigint generated always as identity primary key,
    channel     text        not null,
    reason      text        not null,
    cloud_event text        not null,
    died_at     timestamptz not null default now()
);

create table person_key (
    person     text primary key,
    wrapped    bytea,
    created_at timestamptz not null default now(),
    erased_at  timestamptz
);
