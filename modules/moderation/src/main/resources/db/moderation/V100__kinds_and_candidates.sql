-- An entry may be more than a term, and comes back under its own number when a version is rolled back.
alter table entry add column kind text not null default 'TERM';
alter table entry add column action text not null default 'BLOCK';
alter table entry add column audience text not null default 'EVERYBODY';
alter table entry add column pinyin boolean not null default false;
alter table entry add column meaning text;
alter table entry add column threshold double precision;
alter table entry drop constraint entry_pkey;
alter table entry add primary key (rule_id, since_version);
drop index entry_term_in_force;
create unique index entry_in_force on entry (kind, audience, term) where retired_version is null;
create unique index entry_rule_in_force on entry (rule_id) where retired_version is null;

alter table proposal add column kind text not null default 'TERM';
alter table proposal add column entry_action text not null default 'BLOCK';
alter table proposal add column audience text not null default 'EVERYBODY';
alter table proposal add column pinyin boolean not null default false;
alter table proposal add column meaning text;
alter table proposal add column threshold double precision;

-- Many changes that are tried together and come into force as one version.
create table candidate (
    id          text primary key,
    reason      text        not null,
    source      text        not null,
    changes     text        not null,
    proposer    text        not null,
    proposed_at timestamptz not null,
    state       text        not null check (state in ('OPEN', 'PUBLISHED', 'DISCARDED')),
    decider     text,
    decided_at  timestamptz,
    version     bigint,
    check (state <> 'PUBLISHED' or proposer <> decider)
);

-- Questions by which the safety of generation is measured; a bank is never changed, only replaced by another.
create table bank (
    id          text primary key,
    name        text        not null,
    purpose     text        not null check (purpose in ('GENERATED', 'SHOULD_REFUSE', 'SHOULD_ANSWER')),
    items       text        not null,
    hash        text        not null,
    imported_by text        not null,
    imported_at timestamptz not null
);

create table evaluation (
    id              text primary key,
    seed            bigint      not null,
    library_version bigint      not null,
    library_hash    text        not null,
    begun_by        text        not null,
    begun_at        timestamptz not null,
    report          text,
    reported_at     timestamptz
);

create table evaluation_item (
    evaluation text    not null references evaluation (id),
    number     integer not null,
    bank       text    not null references bank (id),
    position   integer not null,
    refused    boolean,
    acceptable boolean,
    annotator  text,
    reviewer   text,
    primary key (evaluation, number),
    check (reviewer is null or reviewer <> annotator)
);
