-- Which models were made from a face or a voice, under whose consent; nothing is taken out again.
create table derivation (
    model       text        not null,
    consent     text        not null,
    declared_by text        not null,
    declared_at timestamptz not null,
    primary key (model, consent)
);
create index derivation_consent on derivation (consent);

-- Every consent that was taken back, so that a model that is declared later is out of use at once.
create table withdrawn_consent (
    consent      text primary key,
    withdrawn_at timestamptz not null
);
