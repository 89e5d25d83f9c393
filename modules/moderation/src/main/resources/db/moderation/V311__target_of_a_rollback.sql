-- The version that a roll-back makes the library again; null for other candidates.
alter table candidate add column target bigint;
