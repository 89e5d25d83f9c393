-- Whose results leave without a verdict on themselves, by whose decision and until when.
create table waiver (
    id          text primary key,
    model       text        not null,
    kind        text        not null check (kind in ('IMAGE', 'AUDIO', 'VIDEO')),
    reason      text        not null,
    waived_by   text        not null,
    valid_until timestamptz not null,
    waived_at   timestamptz not null,
    ended_at    timestamptz
);
create index waiver_model on waiver (model, valid_until desc);
