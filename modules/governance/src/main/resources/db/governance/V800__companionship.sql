-- The roles of a model that is for sustained emotional interaction, with spaces between; empty for every other.
alter table registration add column companionship text not null default '';
