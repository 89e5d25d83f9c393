-- Which records are in the archive: one object holds records of one class and month of receipt, in the order of their
-- positions.
create table archive_segment (
    name            text        primary key,
    version         text,                    -- as the store calls it; null in a store without versions
    retention_class text        not null,
    month           date        not null,
    first           bigint      not null,
    last            bigint      not null,
    records         integer     not null,
    sha256          text        not null,
    retain_until    timestamptz not null,
    locked          boolean     not null,    -- whether the store itself refuses to delete it
    held            boolean     not null default false,
    written_at      timestamptz not null
);
create index archive_segment_range on archive_segment (retention_class, month, last);
create index archive_segment_position on archive_segment (first, last);
