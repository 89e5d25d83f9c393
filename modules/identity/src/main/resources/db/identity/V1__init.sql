-- One row for each person whose identity was proven or who was erased. Personal data is encrypted under the person's
-- key; document_index is a keyed hash that finds one document on several accounts.
create table identity (
    person         text primary key,
    method         text,
    assurance      text,
    document_index text,
    personal_data  bytea,
    reference      text,
    verified_at    timestamptz,
    erased_at      timestamptz,
    constraint proven_or_erased check (
        (erased_at is null and method is not null and assurance is not null and document_index is not null
            and personal_data is not null and reference is not null and verified_at is not null)
        or (erased_at is not null and method is null and assurance is null and document_index is null
            and personal_data is null and reference is null and verified_at is null))
);
create index identity_document on identity (document_index);
