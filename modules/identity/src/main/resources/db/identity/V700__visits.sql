-- What is paid together has a ceiling of its own; slots keep those who pay at the same time from waiting for each other.
alter table spending add column purse text not null default 'ACCOUNTS', add column slot smallint not null default 0;
alter table spending drop constraint spending_pkey, add primary key (day, purse, slot);

-- Nothing is kept of who came through a link any more, unless a hold keeps it from being erased.
create temporary table visitor on commit drop as
    select person from identity i where person like 'v-%' and not exists
        (select 1 from legal_hold h where h.person = i.person and h.lifted_at is null and h.until > now());
update person_key set wrapped = null, erased_at = now() where person in (select person from visitor) and erased_at is null;
delete from confirmation where person in (select person from visitor);
delete from identity where person in (select person from visitor);
