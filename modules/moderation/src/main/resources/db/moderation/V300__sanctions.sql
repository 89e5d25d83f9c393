-- Every restriction tells the person concerned why: ground, facts, how it was decided, and where to appeal.
create table statement (
    number       text primary key,
    person       text        not null,
    restriction  text        not null,
    about        text        not null,
    work         text,
    kind         text,
    policy       text        not null,
    category     text,
    facts        text        not null,
    detected     text        not null,
    decided_by   text        not null,
    issued_at    timestamptz not null,
    until        timestamptz,
    unique (restriction, about)
);
create index statement_person on statement (person, issued_at desc);
create index statement_issued on statement (issued_at, number);

-- Sanctions on accounts. A closure has two people behind it.
create table sanction (
    number      text primary key,
    person      text        not null,
    kind        text        not null,
    policy      text        not null,
    reason      text        not null,
    evidence    text[]      not null check (cardinality(evidence) > 0),
    imposed_at  timestamptz not null,
    until       timestamptz,
    imposed_by  text        not null,
    second      text,
    ended_at    timestamptz,
    ended_cause text,
    ended_by    text,
    check ((kind = 'CLOSURE') = (second is not null)),
    check (second <> imposed_by),
    check (imposed_by <> person),
    check ((ended_at is null) = (ended_cause is null) and (ended_at is null) = (ended_by is null))
);
create index sanction_in_force on sanction (person) where ended_at is null;
create index sanction_person on sanction (person, imposed_at desc);
create index sanction_until on sanction (until) where ended_at is null and until is not null;

-- What waits for a second person: closures, liftings, revocations.
create table deed (
    id          text primary key,
    kind        text        not null,
    target      text        not null,
    person      text        not null,
    policy      text        not null,
    reason      text        not null,
    evidence    text[]      not null,
    proposer    text        not null,
    proposed_at timestamptz not null,
    second      text,
    decided_at  timestamptz,
    confirmed   boolean,
    check (second <> proposer),
    check (proposer <> person and second <> person),
    check ((decided_at is null) = (second is null) and (decided_at is null) = (confirmed is null))
);
create unique index deed_open on deed (kind, target) where decided_at is null;

-- Inputs and results that a rule blocked; counted against the published rule on abuse.
create table violation (
    admission text primary key,
    person    text        not null,
    problem   text        not null,
    at        timestamptz not null
);
create index violation_person on violation (person, at desc);

-- Works of the gateway: whose they are, and by what a re-upload is known.
create table known_work (
    work         text primary key,
    admission    text        not null,
    person       text        not null,
    kind         text        not null,
    content_hash text        not null,
    watermark    text,
    fingerprint  text,
    recorded_at  timestamptz not null
);
create index known_work_person on known_work (person, recorded_at desc);

create table takedown (
    decision    text primary key,
    work        text        not null,
    person      text        not null,
    policy      text        not null,
    reason      text        not null,
    evidence    text[]      not null check (cardinality(evidence) > 0),
    decided_by  text        not null,
    ordered_at  timestamptz not null,
    revoked_at  timestamptz,
    revoked_by  text,
    check (decided_by <> person),
    check ((revoked_at is null) = (revoked_by is null))
);
create unique index takedown_in_force on takedown (work) where revoked_at is null;
create index takedown_ordered on takedown (ordered_at desc, decision);

-- What is reported to the authority, until its receipt is here.
create table report (
    number       text primary key,
    about        text        not null unique,
    policy       text        not null,
    content      text        not null,
    queued_at    timestamptz not null,
    due          timestamptz not null,
    attempts     integer     not null default 0,
    next_attempt timestamptz not null,
    last_problem text,
    receipt      text unique,
    receipted_at timestamptz,
    check ((receipt is null) = (receipted_at is null))
);
create index report_waiting on report (next_attempt) where receipt is null;
create index report_due on report (due) where receipt is null;
create index report_queued on report (queued_at desc, number);

-- What happened to each item of the review queue. Rows are only added: the state of an item is what they come to.
create table review_event (
    review text        not null,
    step   integer     not null,
    type   text        not null,
    data   text        not null,
    by     text        not null,
    at     timestamptz not null,
    primary key (review, step)
);
create function review_history_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the history of reviews is only added to';
end $$;
create trigger review_event_stays before update or delete on review_event
    for each row execute function review_history_stays();
create trigger review_event_is_not_emptied before truncate on review_event
    for each statement execute function review_history_stays();

-- Which items still wait; made from the events, and locked by whoever adds one.
create table review_open (
    review    text primary key,
    opened_at timestamptz not null
);
create index review_open_order on review_open (opened_at, review);
