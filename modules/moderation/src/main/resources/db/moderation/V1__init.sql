-- The version in force: one row, locked by whoever changes the library.
create table library (
    id           integer primary key check (id = 1),
    version      bigint      not null,
    hash         text        not null,
    published_at timestamptz not null
);

-- Every version there ever was, and which change made it.
create table library_version (
    version      bigint primary key,
    hash         text        not null,
    action       text        not null,
    rule_id      text        not null,
    proposer     text        not null,
    approver     text        not null,
    published_at timestamptz not null,
    check (proposer <> approver)
);

-- Entries are never deleted: version n holds those with since_version <= n and no retired_version <= n.
create table entry (
    rule_id         text primary key,
    category        text   not null,
    term            text   not null,
    reason          text   not null,
    source          text   not null,
    proposer        text   not null,
    approver        text   not null,
    since_version   bigint not null,
    retired_version bigint,
    check (proposer <> approver)
);
create unique index entry_term_in_force on entry (term) where retired_version is null;

create table proposal (
    id          text primary key,
    action      text        not null,
    rule_id     text,
    category    text        not null,
    term        text        not null,
    reason      text        not null,
    source      text        not null,
    proposer    text        not null,
    proposed_at timestamptz not null,
    approver    text,
    approved_at timestamptz,
    version     bigint,
    check (approver is null or proposer <> approver)
);

create table refusal (
    event           text primary key,
    admission       text        not null,
    person          text        not null,
    model           text        not null,
    problem         text        not null,
    part            text        not null,
    verdict         text        not null,
    rule_id         text,
    category        text,
    library_version bigint      not null,
    library_hash    text        not null,
    input_hash      text,
    refused_at      timestamptz not null
);
