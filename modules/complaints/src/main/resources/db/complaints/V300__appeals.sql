-- Appeals are tickets, too: against which statement of reasons, by whom, and who had decided.
alter table ticket add column appeal text;
alter table ticket add column appellant text;
alter table ticket add column decider text;
alter table ticket add constraint an_appeal_is_whole
    check ((appeal is null) = (appellant is null) and (appeal is null) = (decider is null));
alter table ticket add constraint decided_by_somebody_else check (officer <> decider and officer <> appellant);
create unique index ticket_appeal_open on ticket (appeal) where resolved_at is null;
create index ticket_appellant on ticket (appellant, filed_at desc) where appellant is not null;
