-- One row for each consent that was asked for; rows are never deleted, so that what was true at an instant stays known.
create table consent (
    id             text primary key,
    token_hash     text        not null unique,
    requester      text        not null,
    modalities     text        not null,
    models         text        not null,
    purpose        text        not null,
    notice_version text        not null,
    notice_handler text        not null,
    notice_contact text        not null,
    requested_at   timestamptz not null,
    valid_until    timestamptz not null,
    depicted       text,
    answered_at    timestamptz,
    granted        boolean,
    evidence       text,
    evidence_hash  text,
    withdrawn_at   timestamptz,
    constraint answer_is_whole check (
        (answered_at is null and depicted is null and granted is null) or
        (answered_at is not null and depicted is not null and granted is not null)),
    constraint grant_has_evidence check (coalesce(granted, false) = (evidence is not null and evidence_hash is not null)),
    constraint only_a_grant_is_withdrawn check (withdrawn_at is null or coalesce(granted, false)),
    constraint nobody_answers_oneself check (depicted is null or depicted <> requester)
);
create index consent_requester on consent (requester, id desc);
create index consent_depicted on consent (depicted, id desc);

-- Every time that a requester was prompted to inform the depicted person, with the words that were shown.
create table reminder (
    id       bigint generated always as identity primary key,
    consent  text        not null references consent,
    person   text        not null,
    text     text        not null,
    shown_at timestamptz not null
);
create index reminder_consent on reminder (consent, id);
