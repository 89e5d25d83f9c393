-- Who took the decision together with decided_by; only of what two people decide.
alter table statement add column decided_second text;
