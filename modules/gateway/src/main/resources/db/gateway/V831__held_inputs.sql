-- What people handed in and a person has to look at; the bytes are in the object store.
create table held_input (
    review       text primary key,
    request      text        not null,
    person       text        not null,
    model        text        not null,
    kind         text        not null,
    media_type   text        not null,
    content_hash text        not null,
    reason       text        not null,
    held_at      timestamptz not null,
    released     boolean,
    decision     text,
    decided_at   timestamptz,
    unique (person, content_hash),
    check ((released is null) = (decided_at is null))
);
create index held_input_waiting on held_input (held_at) where released is null;
