-- Of the live texts on which a candidate is tried, one candidate at a time.
alter table candidate add column percent integer not null default 0 check (percent between 0 and 100);
