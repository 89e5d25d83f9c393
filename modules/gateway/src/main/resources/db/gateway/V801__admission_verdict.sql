-- The verdict on the input: REVIEW where a person has to look at what comes of it.
alter table admission add column verdict text not null default 'ALLOW';
alter table admission add column rule_id text;
alter table admission add column category text;
