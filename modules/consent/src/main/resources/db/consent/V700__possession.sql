-- Tries to prove an identity are counted by identity, for a link and a network together.
alter table consent drop column tries, drop column tries_from;

-- How it is known that a visitor is the person: by what the proof showed, or by an officer's check of this very page.
-- Pages that were opened before are closed and show it anew.
alter table visit
    add column requester text not null default 'UNTOLD' check (requester in ('SAME', 'ANOTHER', 'UNTOLD')),
    add column possession_at timestamptz,
    add column possession_check text;
update visit set possession_check = 'before', open_until = least(open_until, now());
alter table visit alter column requester drop default, add check (possession_at is not null or possession_check is not null);

alter table manual_check drop constraint manual_check_cause_check,
    add check (cause in ('ATTEMPTS_USED_UP', 'POSSESSION', 'GUARDIANSHIP'));

-- Each guardian who comes is looked at by a check of their own.
drop index manual_check_open;
create unique index manual_check_open on manual_check (consent, cause, coalesce(guardian, '')) where decided_at is null;
