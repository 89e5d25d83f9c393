-- Every fact, once, exactly as it was received. Partitions are months of the time of receipt, so that what
-- may go after its period is dropped as a whole.
create table record (
    event_id        text        not null,
    received_at     timestamptz not null,
    occurred_at     timestamptz not null,
    source          text        not null,
    type            text        not null,
    subject         text        not null,
    person          text        not null, -- under whose key the text is encrypted
    admission       text,
    work            text,
    consent         text,
    ticket          text,
    trace_id        text,
    retention_class text        not null,
    sha256          text        not null, -- of the text as received
    text_encrypted  bytea       not null,
    primary key (event_id, received_at)
) partition by range (received_at);

create index record_admission on record (admission) where admission is not null;
create index record_work on record (work) where work is not null;
create index record_consent on record (consent) where consent is not null;
create index record_ticket on record (ticket) where ticket is not null;
create index record_person on record (person, type);
