-- Look-up by what a picture looks like, and pages that do not grow with what is stored.

-- The PDQ hash of a picture, 64 hexadecimal digits. It is a column of the record, sealed with it and gone with it.
alter table record add column fingerprint text;

-- The 256 bits of a fingerprint cut into eleven bands, each with its number before its bits. If two fingerprints differ
-- in at most 32 bits, then in one of the eleven bands they differ in at most two.
create function fingerprint_bands(fingerprint text) returns integer[]
    language sql immutable strict parallel safe
    return array(
        select (band << 24) | (substring((('x' || fingerprint)::bit(256)) from start for width))::integer
        from (values (0, 1, 24), (1, 25, 24), (2, 49, 24), (3, 73, 23), (4, 96, 23), (5, 119, 23), (6, 142, 23),
                     (7, 165, 23), (8, 188, 23), (9, 211, 23), (10, 234, 23)) as bands (band, start, width));

create index record_fingerprint on record using gin (fingerprint_bands(fingerprint)) with (fastupdate = off)
    where fingerprint is not null;

drop index record_content_hash;
create index record_content_hash on record (content_hash, position) where content_hash is not null;
drop index record_person;
create index record_person on record (person, position);
create index record_identity on record (person) where source = '/mingshi/identity';
drop index record_counterpart;
create index record_counterpart on record (counterpart, position) where counterpart is not null;

-- Who asked to read everything about a person, and who decided. The records of both are kept as events; these rows
-- only carry the procedure and are removed a month after they were made.
create table person_read (
    request        text        primary key,
    person         text        not null,
    case_reference text        not null,
    reason         text        not null,
    requester      text        not null,
    requested_at   timestamptz not null,
    approved       boolean,
    decider        text,
    decided_at     timestamptz,
    valid_until    timestamptz,
    constraint decided_as_a_whole check ((approved is null) = (decider is null)
        and (approved is null) = (decided_at is null) and (valid_until is not null) = coalesce(approved, false)),
    constraint two_people check (decider <> requester)
);
create index person_read_time on person_read (requested_at);
