-- To whom a link belongs: the first person who proved an identity through it.
alter table consent add column bound_to text;
alter table consent add column tries integer not null default 0;
alter table consent add column tries_from timestamptz;

-- Who answered for a child under 14, and until when somebody else may.
alter table consent add column guardian text;
alter table consent add column guardian_until timestamptz;
alter table consent add constraint guardian_is_whole check ((guardian is null) = (guardian_until is null));

-- The latest visit through a link by the person to whom it belongs.
create table visit (
    consent           text primary key references consent,
    depicted          text        not null,
    guardian          text,
    guardian_until    timestamptz,
    assurance         text        not null,
    reference         text        not null,
    verified_at       timestamptz not null,
    secret_hash       text        not null unique,
    open_until        timestamptz not null,
    passcode_mark     text,
    passcode_until    timestamptz,
    wrong             integer     not null default 0,
    passed_at         timestamptz,
    passed_by         text check (passed_by in ('PASSCODE', 'OFFICER')),
    guardianship_at   timestamptz,
    check ((passed_at is null) = (passed_by is null)),
    check ((guardian is null) = (guardian_until is null))
);

-- What an officer has to check by hand, the oldest first.
create table manual_check (
    id         text primary key,
    consent    text        not null references consent,
    depicted   text        not null,
    cause      text        not null check (cause in ('ATTEMPTS_USED_UP', 'GUARDIANSHIP')),
    opened_at  timestamptz not null,
    decided_at timestamptz,
    officer    text,
    confirmed  boolean,
    reason     text,
    check ((decided_at is null) = (officer is null) and (decided_at is null) = (confirmed is null)
        and (decided_at is null) = (reason is null))
);
create unique index manual_check_open on manual_check (consent, cause) where decided_at is null;
