-- Several methods may confirm one identity, each for its own time; a confirmation that ended stays for its history.
create table confirmation (
    id          text primary key,
    person      text        not null,
    method      text        not null,
    reference   text        not null,
    verified_at timestamptz not null,
    valid_until timestamptz not null,
    ended_at    timestamptz,
    cause       text
);
create index confirmation_of_person on confirmation (person);
create unique index confirmation_in_force on confirmation (person, method) where ended_at is null;
create index confirmation_to_end on confirmation (valid_until) where ended_at is null;

insert into confirmation
    select gen_random_uuid()::text, person, method, reference, verified_at,
           verified_at + case method when 'MOBILE' then interval '365 days' else interval '730 days' end
    from identity where method in ('ID_DOCUMENT', 'MOBILE');

-- An index value stands in one row only: the keyed hash is of the number and of the place, of which one identity has
-- as many as it may have accounts. So equal people cannot be told from the table, and the limit is a constraint.
-- Rows from before get their place, and organisations their representative, when they are proven again.
alter table identity drop constraint proven_or_erased;
drop index identity_document;
alter table identity
    drop column document_index,
    add column subject_index text unique,
    add column national_mark text,
    add column national_age text,
    add column mobile_index text unique,
    add column organization bytea,
    add column organization_index text unique,
    add column held_since timestamptz,
    add column held_cause text,
    add column erasure_wished_at timestamptz;
delete from identity where method = 'ORGANIZATION';
alter table identity drop column method, drop column assurance, drop column reference, drop column verified_at;
alter table identity add constraint named_or_scoped_or_erased check (
    case when erased_at is null
        then (personal_data is null) <> (national_mark is null) and (national_mark is null) = (national_age is null)
        else num_nonnulls(personal_data, subject_index, mobile_index, national_mark, national_age, organization, organization_index,
            held_since, held_cause, erasure_wished_at) = 0 end
    and (organization is not null or organization_index is null)
    and (held_since is null) = (held_cause is null));

-- Codes and challenges: keyed hashes that are worth something for minutes and for a few attempts.
create table one_time_secret (
    person      text        not null,
    target      text        not null,
    secret      text        not null,
    attempts    integer     not null default 0,
    expires_at  timestamptz not null,
    primary key (person, target)
);
create index one_time_secret_old on one_time_secret (expires_at);

-- How often something was done in the current window of time; whose is a keyed hash.
create table allowance (
    kind   text        not null,
    whose  text        not null,
    window_start timestamptz not null,
    used   integer     not null,
    primary key (kind, whose)
);
create index allowance_old on allowance (window_start);

-- Questions to authorities: what they cost, and the key by which a repeated question is recognised.
create table attempt (
    id          text primary key,
    person      text        not null,
    claim       text        not null,
    price       integer     not null,
    day         date        not null,
    begun_at    timestamptz not null,
    answered_at timestamptz
);
create index attempt_of_person on attempt (person, day);
create index attempt_old on attempt (begun_at);
create table spending (
    day   date primary key,
    spent bigint not null
);

-- A guardian's consent for the account of a child under 14; the link is a keyed hash.
create table guardianship (
    id             text primary key,
    child          text        not null,
    link           text        not null unique,
    requested_at   timestamptz not null,
    expires_at     timestamptz not null,
    guardian       text,
    relation       text,
    notice_version text,
    consented_at   timestamptz,
    withdrawn_at   timestamptz
);
create index guardianship_of_child on guardianship (child);
create index guardianship_of_guardian on guardianship (guardian);

-- Requests of an officer to learn who a person is; another officer decides.
create table disclosure (
    id              text primary key,
    person          text        not null,
    officer         text        not null,
    case_number     text        not null,
    reason          text        not null,
    requested_at    timestamptz not null,
    decided_by      text,
    approved        boolean,
    decision_reason text,
    decided_at      timestamptz,
    shown_at        timestamptz,
    constraint two_officers check (decided_by <> officer),
    constraint shown_when_approved check (shown_at is null or approved)
);
create index disclosure_by_time on disclosure (requested_at);

-- Rules and cases that keep an identity from being erased; who wished it meanwhile is erased when the hold ends.
create table legal_hold (
    id          text primary key,
    person      text        not null,
    officer     text        not null,
    case_number text        not null,
    reason      text        not null,
    placed_at   timestamptz not null,
    until       timestamptz not null,
    lifted_at   timestamptz
);
create index legal_hold_of_person on legal_hold (person);
create index identity_to_erase on identity (erasure_wished_at) where erasure_wished_at is not null;
