-- What was found at each review of a model's version, and what somebody else decided on it; nothing is ever deleted.
create table review (
    id          text primary key,
    model       text        not null,
    version     text        not null,
    reviewed_on date        not null,
    findings    text        not null,
    reviewer    text        not null,
    recorded_at timestamptz not null,
    approver    text,
    approved    boolean,
    reason      text,
    decided_at  timestamptz,
    constraint two_people check (approver <> reviewer),
    constraint decided_whole check (num_nonnulls(approver, approved, reason, decided_at) in (0, 4))
);
create index review_of_version on review (model, version, reviewed_on desc);

-- Every registration of a template or a supporter's component there ever was; without superseded_at it is in force.
create table component (
    id            text primary key,
    name          text        not null,
    kind          text        not null,
    version       text        not null,
    supplier      text        not null,
    biometric     boolean     not null,
    special_scene boolean     not null,
    models        text        not null,
    assessed_on   date,
    registered_by text        not null,
    registered_at timestamptz not null,
    superseded_at timestamptz,
    constraint assessed_where_needed check (assessed_on is not null or not (biometric or special_scene))
);
create unique index component_in_force on component (name) where superseded_at is null;
