-- Decisions, works and keys of the gateway. No prompt and no result is kept here: only their hashes.
create table admission (
    id              text primary key,
    person          text        not null,
    assurance       text        not null,
    model           text        not null,
    model_version   text        not null,
    filing_number   text        not null,
    consents        text        not null,
    library_version bigint      not null,
    library_hash    text        not null,
    input_hash      text        not null,
    signature       text        not null,
    admitted_at     timestamptz not null
);
create index admission_person on admission (person, admitted_at);

-- An admitted request can still be refused, by the review of its result for instance.
create table refusal (
    id              text primary key,
    person          text        not null,
    model           text        not null,
    problem         text        not null,
    detail          text        not null,
    rule_id         text,
    category        text,
    library_version bigint,
    library_hash    text,
    input_hash      text        not null,
    refused_at      timestamptz not null
);
create index refusal_person on refusal (person, refused_at);

create table work (
    produce_id      text primary key,
    admission       text        not null references admission,
    person          text        not null,
    model           text        not null,
    state           text        not null check (state in ('STREAMING', 'RECORDED', 'DELIVERED', 'ABANDONED', 'TAKEN_DOWN')),
    kind            text,
    media_type      text,
    content_hash    text,
    size            bigint,
    label           text,
    opened_at       timestamptz not null,
    recorded_at     timestamptz,
    delivered_at    timestamptz,
    published_at    timestamptz,
    taken_down_at   timestamptz,
    takedown_reason text,
    check (state not in ('RECORDED', 'DELIVERED') or content_hash is not null),
    check (delivered_at is null or content_hash is not null)
);
create index work_owner on work (person, opened_at desc);
create index work_admission on work (admission);
create index work_streaming on work (opened_at) where state = 'STREAMING';

create table api_key (
    id         text primary key,
    person     text        not null,
    hash       text        not null unique,
    name       text        not null,
    ending     text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index api_key_owner on api_key (person, created_at);
