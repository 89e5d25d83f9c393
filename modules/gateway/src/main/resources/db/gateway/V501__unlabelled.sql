-- The same works without explicit label, with the implicit one; nobody gets one but through a supply.
create table unlabelled_copy (
    produce_id   text primary key references work,
    media_type   text        not null,
    content_hash text        not null,
    kept_until   timestamptz not null
);

create index unlabelled_copy_over on unlabelled_copy (kept_until);
create index unlabelled_copy_hash on unlabelled_copy (content_hash);

-- Requests for such a copy. It may be fetched once, until expires_at.
create table supply (
    id             text primary key,
    secret_hash    text        not null unique,
    produce_id     text        not null references work,
    recipient      text        not null,
    reason         text        not null,
    clause_version text        not null,
    requested_at   timestamptz not null,
    expires_at     timestamptz not null,
    supplied_at    timestamptz
);
create index supply_of_work on supply (produce_id, requested_at);
