-- Files that people handed in; their bytes are in the object store. Only what passed the screening is here.
create table file (
    id              text primary key,
    person          text        not null,
    name            text        not null,
    purpose         text        not null,
    size            bigint      not null,
    content_hash    text        not null,
    library_version bigint      not null,
    library_hash    text        not null,
    created_at      timestamptz not null
);
create index file_owner on file (person, created_at desc);
