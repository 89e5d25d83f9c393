-- What was found, and of how many people a consent was named: until now only faces where nobody was declared.
alter table detection
    add column what     text    not null default 'FACE' check (what in ('FACE', 'VOICE')),
    add column declared integer not null default 0 check (declared >= 0);
alter table detection alter column what drop default, alter column declared drop default;
