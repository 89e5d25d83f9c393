-- A film that a person has to look at is no failure: its job waits with it.
alter table video_job drop constraint video_job_state_check;
alter table video_job add constraint video_job_state_check
    check (state in ('QUEUED', 'RUNNING', 'HELD', 'COMPLETED', 'FAILED', 'CANCELLED'));
alter table video_job drop constraint video_job_check1;
alter table video_job add constraint video_job_with_its_work
    check ((state in ('COMPLETED', 'HELD')) = (work is not null));

-- Whether nobody is at work on it, and whether its server called since somebody last looked.
alter table video_job add column asleep boolean not null default true;
alter table video_job add column called boolean not null default false;
