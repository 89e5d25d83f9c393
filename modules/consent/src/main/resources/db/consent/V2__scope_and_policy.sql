-- Nobody was told of an audience before: such a consent permits the narrowest.
alter table consent add column audience text not null default 'PRIVATE' check (audience in ('PRIVATE', 'LIMITED', 'PUBLIC'));
alter table consent alter column audience drop default;
alter table consent add column name_index text;

-- Whose face and voice are not edited at all, by name, because somebody in office listed them.
create table public_figure (
    name      text primary key,
    reason    text        not null,
    listed_by text        not null,
    listed_at timestamptz not null
);

-- What was asked, answered and taken back stays: rows go nowhere.
create function consent_stays() returns trigger language plpgsql as $$
begin
    raise exception 'consents and reminders are never deleted';
end $$;
create trigger consent_is_never_deleted before delete or truncate on consent
    for each statement execute function consent_stays();
create trigger reminder_is_never_deleted before delete or truncate on reminder
    for each statement execute function consent_stays();
