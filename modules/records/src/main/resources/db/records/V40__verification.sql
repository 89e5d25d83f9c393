-- Comparisons of the records with the evidence log. Their results are records too; these tables are for progress and
-- detail.
create table verification (
    id          text        primary key,
    state       text        not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    runner      text        not null, -- which process works on it
    touched_at  timestamptz not null, -- when that process was last seen
    checkpoint  text,
    size        bigint      not null default 0,
    next        bigint      not null default 0,
    log_checked boolean     not null default false,
    records     bigint      not null default 0,
    findings    bigint      not null default 0,
    unlogged    bigint,
    finished_at timestamptz,
    failure     text
);
create unique index verification_one_running on verification (state) where state = 'RUNNING';

create table verification_finding (
    verification    text   not null references verification,
    number          bigint generated always as identity,
    kind            text   not null,
    position        bigint,
    event_id        text,
    sentence        text   not null,
    person_hash     text,        -- what may turn out to be explained by a record that comes later
    retention_class text,
    received_at     timestamptz,
    primary key (verification, number)
);

create table verification_expired (
    verification    text   not null references verification,
    retention_class text   not null,
    month           text   not null,
    count           bigint not null,
    primary key (verification, retention_class, month)
);

-- Comparisons of the works in the object store with the records of works.
create table reconciliation (
    id          text        primary key,
    state       text        not null,
    started_by  text        not null,
    started_at  timestamptz not null,
    touched_at  timestamptz not null,
    objects     bigint      not null default 0,
    works       bigint      not null default 0,
    read        bigint      not null default 0,
    findings    bigint      not null default 0,
    finished_at timestamptz,
    failure     text
);
create unique index reconciliation_one_running on reconciliation (state) where state = 'RUNNING';

create table reconciliation_finding (
    reconciliation text   not null references reconciliation,
    number         bigint generated always as identity,
    kind           text   not null,
    work           text,
    object         text,
    sentence       text   not null,
    primary key (reconciliation, number)
);

-- Which gaps and reused numbers were told of already.
create table producer_gap_told (
    source  text        not null,
    lane    smallint    not null,
    first   bigint      not null,
    last    bigint      not null,
    told_at timestamptz not null
);
alter table producer_repeat add told_at timestamptz;

-- Reports count what was received on a day; rows come almost in the order of their times.
create index record_received on record using brin (received_at);

create index record_keys_destroyed on record (subject) where type = 'io.mingshi.records.KeysDestroyed.v1';
