-- Where two people decided, neither decides on the appeal.
alter table ticket add column second_decider text;
alter table ticket add constraint decided_by_neither_of_two check (officer <> second_decider);
