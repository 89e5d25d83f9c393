-- Works that were taken down, by what a re-upload of them is known.
create table taken_down (
    decision     text primary key,
    work         text not null,
    content_hash text,
    watermark    text,
    fingerprint  text
);
create index taken_down_hash on taken_down (content_hash) where content_hash is not null;
create index taken_down_watermark on taken_down (watermark) where watermark is not null;
