-- Films that are wanted or being made. The sealed prompt is gone as soon as the job has ended.
create table video_job (
    id            text primary key,
    admission     text        not null references admission,
    person        text        not null,
    model         text        not null,
    seconds       int         not null,
    size          text        not null,
    state         text        not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    progress      int         not null default 0,
    upstream_job  text,
    work          text references work,
    problem       text,
    detail        text,
    sealed_prompt bytea,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    -- From when on an instance may take it up; null when nothing is left to be done.
    free_at       timestamptz,
    removed       boolean     not null default false,
    check ((state in ('QUEUED', 'RUNNING')) = (sealed_prompt is not null)),
    check ((state = 'COMPLETED') = (work is not null))
);
create index video_job_owner on video_job (person, created_at desc);
create index video_job_free on video_job (free_at) where free_at is not null;
