-- Accounts whose keys rest, with the sanction for which they do.
create table resting_account (
    sanction text primary key,
    person   text not null
);
create index resting_account_person on resting_account (person);
