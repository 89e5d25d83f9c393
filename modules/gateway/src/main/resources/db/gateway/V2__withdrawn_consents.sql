-- Which consents an admission rests on, so that what was made under a consent is found by the consent.
create table admission_consent (
    consent   text not null,
    admission text not null references admission,
    purpose   text not null,
    primary key (consent, admission)
);
create index admission_consent_admission on admission_consent (admission);
-- What was admitted before names no purpose here, so that nothing made under it is published any more.
insert into admission_consent
    select distinct consent, id, '' from admission, regexp_split_to_table(consents, ',') consent where consents <> '';

create table withdrawn_consent (
    consent      text primary key,
    withdrawn_at timestamptz not null
);

-- Since when a work is hidden from the public, and which withdrawn consent it was made under.
alter table work add column hidden_at timestamptz;
alter table work add column hidden_for text;
alter table work add constraint hidden_for_a_consent check ((hidden_at is null) = (hidden_for is null));
create index work_hidden on work (person, hidden_at desc) where hidden_at is not null;
