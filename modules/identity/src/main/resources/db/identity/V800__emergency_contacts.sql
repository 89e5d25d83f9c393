-- Whom to call when a person may be in danger, encrypted under that person's key.
create table emergency_contact (
    person  text primary key,
    contact bytea not null
);
