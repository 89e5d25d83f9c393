-- Complaints. The secret that lets the complainant read a ticket is kept as a hash only; the contact is encrypted
-- under a key of the ticket's own.
create table ticket (
    number       text primary key,
    secret_hash  text        not null unique,
    work         text,
    found_by     text        not null,
    link         text,
    file_hash    text,
    result_limit text        not null,
    reason       text        not null,
    contact      bytea,
    filed_at     timestamptz not null,
    due          timestamptz not null,
    result       text,
    upheld       boolean,
    takedown     boolean,
    officer      text,
    resolved_at  timestamptz,
    constraint closed_only_with_a_result check (
        (resolved_at is null) = (result is null) and (resolved_at is null) = (upheld is null)
        and (resolved_at is null) = (takedown is null) and (resolved_at is null) = (officer is null))
);
create index ticket_open on ticket (due) where resolved_at is null;
create index ticket_work on ticket (work) where work is not null;
