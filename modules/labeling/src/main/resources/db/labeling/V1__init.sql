-- Own works, as far as they help to read labels, and what was decided about files that users want to spread.
create table work (
    produce_id text primary key,
    watermark  bigint,
    pixels     text
);
create index work_watermark on work (watermark) where watermark is not null;
create index work_pixels on work (pixels) where pixels is not null;

create table intake (
    number      text primary key,
    uploader    text        not null,
    declared    boolean     not null,
    notice      text        not null,
    label       text,
    tampered    boolean     not null,
    received    text        not null,
    spread      text,
    taken_in_at timestamptz not null,
    constraint nothing_is_spread_undecided check ((notice = 'UNDECIDED') = (spread is null))
);
create index intake_tampered on intake (taken_in_at) where tampered;
