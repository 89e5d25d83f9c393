-- Items of people who may be in danger come before all others.
alter table review_open add column urgent boolean not null default false;
drop index review_open_order;
create index review_open_order on review_open (urgent desc, opened_at, review);
