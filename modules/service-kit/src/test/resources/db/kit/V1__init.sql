create table applied (event_id text not null, subject text not null, position bigint generated always as identity);
