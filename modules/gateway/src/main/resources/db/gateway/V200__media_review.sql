-- What a person has to look at before it is handed out: held while review is set and released is not.
alter table work add column review text unique;
alter table work add column review_reason text;
alter table work add column held_at timestamptz;
alter table work add column released boolean;
alter table work add column review_decided_at timestamptz;
alter table work add constraint held_with_a_reason
    check ((review is null) = (held_at is null) and (review is null) = (review_reason is null));
create index work_held on work (held_at) where review is not null and released is null;

-- By what a work is known again, so that one that was taken down does not come back.
alter table work add column watermark text;
alter table work add column fingerprint text;
create index work_taken_down on work (content_hash) where state = 'TAKEN_DOWN';
create index work_taken_down_watermark on work (watermark) where state = 'TAKEN_DOWN';
create index work_taken_down_fingerprint on work (taken_down_at)
    where state = 'TAKEN_DOWN' and fingerprint is not null;

-- People found in pictures that are declared to show nobody; the number is that of the refused request.
create table detection (
    id           text primary key,
    person       text        not null,
    model        text        not null,
    content_hash text        not null,
    fingerprint  text,
    detector     text        not null,
    faces        integer     not null,
    found_at     timestamptz not null,
    state        text        not null check (state in ('FOUND', 'APPEALED', 'CLEARED', 'UPHELD')),
    media_type   text,
    appeal       text,
    appealed_at  timestamptz,
    decision     text,
    decided_by   text,
    decided_at   timestamptz
);
create index detection_cleared on detection (person) where state = 'CLEARED';
create index detection_appealed on detection (appealed_at) where state = 'APPEALED';
