-- Records that can be proven. What was kept before is in no evidence log, and under keys that cannot be told apart by
-- class and month; it is not carried over. What the topics still hold is taken in again: by another consumer group.
drop table record;
drop table person_key;
delete from inbox where channel = 'records-events';

-- Every fact, once, exactly as it was received. One partition for each class and month of receipt (UTC), so that what
-- may go after its period is dropped as a whole.
create table record (
    position        bigint      not null, -- in the order of commitment, without gaps: the index in the evidence log
    event_id        text        not null,
    received_at     timestamptz not null,
    occurred_at     timestamptz not null,
    retention_class text        not null,
    source          text        not null,
    lane            smallint,             -- which counter of the producer, and
    number          bigint,               -- what it said
    type            text        not null,
    subject         text        not null,
    person          text        not null, -- under whose key the text is sealed
    counterpart     text,                 -- another person whom the fact names
    admission       text,
    work            text,
    consent         text,
    ticket          text,
    content_hash    text,
    watermark       text,
    trace_id        text,
    sealed          bytea       not null, -- salt and text, encrypted
    commitment      bytea       not null, -- SHA-256 of salt and text
    seal            bytea       not null, -- SHA-256 of all of the above but the position
    primary key (event_id, retention_class, received_at)
) partition by list (retention_class);

create index record_position on record (position);
create index record_time on record (occurred_at);
create index record_person on record (person, type);
create index record_counterpart on record (counterpart) where counterpart is not null;
create index record_admission on record (admission) where admission is not null;
create index record_work on record (work) where work is not null;
create index record_consent on record (consent) where consent is not null;
create index record_ticket on record (ticket) where ticket is not null;
create index record_content_hash on record (content_hash) where content_hash is not null;
create index record_watermark on record (watermark) where watermark is not null;

-- One key for each person, class and month of receipt. Destroying it erases the texts, backups included.
create table seal_key (
    person          text        not null,
    retention_class text        not null,
    month           date        not null,
    wrapped         bytea,
    created_at      timestamptz not null default now(),
    destroyed_at    timestamptz,
    primary key (person, retention_class, month)
);

-- The one row that orders all records: whoever holds it gives the next positions.
create table record_head (
    one     boolean primary key default true check (one),
    next    bigint  not null default 0,
    log_key text                        -- the public key of the evidence log, once there is one
);
insert into record_head default values;

-- How far each counter of each producer was seen, and what is missing below.
create table producer_lane (
    source text     not null,
    lane   smallint not null,
    seen   bigint   not null,
    primary key (source, lane)
);
create table producer_gap (
    source     text        not null,
    lane       smallint    not null,
    first      bigint      not null,
    last       bigint      not null,
    noticed_at timestamptz not null,
    primary key (source, lane, first)
);
-- A number that was used before for another event: the producer counts from an older state.
create table producer_repeat (
    source     text        not null,
    lane       smallint    not null,
    number     bigint      not null,
    event_id   text        not null,
    noticed_at timestamptz not null
);

-- Checkpoints of the evidence log that are remembered, with the cosignatures of witnesses where there are any.
create table log_checkpoint (
    size    bigint      primary key,
    note    text        not null,
    kept_at timestamptz not null
);

-- The evidence log knew of records that the database did not: an older state of the database was restored.
create table log_ahead (
    first      bigint      primary key,
    last       bigint      not null,
    noticed_at timestamptz not null
);
