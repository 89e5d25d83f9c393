-- Each lane counts its events, without gaps, so that a consumer notices one that is missing.
alter table outbox add column number bigint;
alter table outbox_lane add column numbered bigint not null default 0;
-- What an event has done is remembered long after Kafka could bring it again, and then forgotten.
create index inbox_age on inbox using brin (received_at);
