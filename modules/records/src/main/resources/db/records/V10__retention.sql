-- When records may go and when they must stay. The table RetentionClass in the code says the same; a test compares them.
-- The database refuses by itself, by its own clock, so that no caller and no setting can undercut a minimum.
create table retention_minimum (
    retention_class text    primary key,
    months          integer not null check (months > 0)
);
insert into retention_minimum values
    ('NETWORK_LOG', 6), ('UNLABELLED_SUPPLY', 6), ('CONSENT', 36), ('COMPLAINT', 36), ('IMPACT_ASSESSMENT', 36),
    ('FACE', 36), ('GOVERNANCE', 36), ('AUDIT', 36), ('DISPOSAL', 36), ('UNCLASSED', 36);

-- The clock of some records starts later than at their receipt: key is the consent, or work and recipient.
create table retention_start (
    retention_class text        not null,
    key             text        not null,
    starts_at       timestamptz not null,
    primary key (retention_class, key)
);

-- Calendar months as in Civil Code arts. 201 and 202: the first day does not count, the last one does to its end, and a
-- day that a month does not have is its last.
create function retention_over(start timestamptz, months integer) returns timestamptz immutable language sql as $$
    select ((((start at time zone 'Asia/Shanghai')::date + make_interval(months => months))::date + 1)::timestamp)
           at time zone 'Asia/Shanghai'
$$;

create function retention_month_start(month date) returns timestamptz immutable language sql as $$
    select month::timestamp at time zone 'UTC'
$$;

create function retention_partition(class text, month date) returns text stable language sql as $$
    select 'records_' || lower(class) || to_char(month, '_YYYY_MM')
$$;

-- When the last clock of these records starts: at the latest possible receipt in the month, or later. Of one person's
-- records, or of all where owner is null.
create function retention_latest(class text, month date, owner text) returns timestamptz stable language sql as $$
    select greatest(
        retention_month_start((month + interval '1 month')::date) - interval '1 microsecond',
        (select max(s.starts_at) from record r join retention_start s
                on s.retention_class = r.retention_class
                and s.key = case class when 'CONSENT' then r.consent else r.work || ' ' || r.person end
         where class in ('CONSENT', 'UNLABELLED_SUPPLY') and r.retention_class = class
           and r.received_at >= retention_month_start(month)
           and r.received_at < retention_month_start((month + interval '1 month')::date)
           and (owner is null or r.person = owner)))
$$;

create function retention_require_over(class text, month date, owner text) returns void language plpgsql as $$
declare
    ends timestamptz;
begin
    select retention_over(retention_latest(class, month, owner), m.months) into ends
        from retention_minimum m where m.retention_class = class;
    if ends is null or clock_timestamp() < ends then
        raise exception 'records of % received in % stay until %', class, to_char(month, 'YYYY-MM'), ends
            using errcode = 'MG001';
    end if;
end
$$;

-- Takes the records of a class and month away, those that may go or nothing.
create function retention_drop(class text, month date) returns void language plpgsql as $$
begin
    perform retention_require_over(class, month, null);
    execute format('drop table %I', retention_partition(class, month));
end
$$;

-- A key that was destroyed before its time would be a deletion by another name. Most clocks are those of the month; only
-- where they are not, every person is looked at.
create function seal_keys_stay() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        perform retention_require_over(g.retention_class, g.month, g.person) from (
            select distinct k.retention_class, k.month,
                   case when k.retention_class in ('CONSENT', 'UNLABELLED_SUPPLY') then k.person end as person
            from changed k where k.wrapped is not null) g;
    else
        perform retention_require_over(g.retention_class, g.month, g.person) from (
            select distinct k.retention_class, k.month,
                   case when k.retention_class in ('CONSENT', 'UNLABELLED_SUPPLY') then k.person end as person
            from changed k where k.wrapped is null) g;
    end if;
    return null;
end
$$;
create trigger seal_keys_stay_update after update on seal_key
    referencing new table as changed for each statement execute function seal_keys_stay();
create trigger seal_keys_stay_delete after delete on seal_key
    referencing old table as changed for each statement execute function seal_keys_stay();

-- What months that are over hold: they are counted once.
create table retention_count (
    retention_class text        not null,
    month           date        not null,
    count           bigint      not null,
    oldest          timestamptz,
    newest          timestamptz,
    primary key (retention_class, month)
);

-- Case by case, what must not go. A request protects for some days already, so that nothing is lost while the second
-- officer decides.
create table legal_hold (
    id                text        primary key,
    case_number       text        not null,
    reason            text        not null,
    person            text,
    work              text,
    admission         text,
    ticket            text,
    retention_class   text,
    from_at           timestamptz,
    until_at          timestamptz,
    everything        boolean     not null default false,
    requested_by      text        not null,
    requested_at      timestamptz not null,
    protects_until    timestamptz not null, -- while it is not approved
    approved_by       text,
    approved_at       timestamptz,
    release_reason    text,
    release_asked_by  text,
    release_asked_at  timestamptz,
    released_by       text,
    released_at       timestamptz,
    check (num_nonnulls(person, work, admission, ticket, retention_class) + everything::int = 1),
    check (retention_class is null or (from_at is not null and until_at is not null)),
    check (approved_by is distinct from requested_by or approved_by is null),
    check (released_by is distinct from release_asked_by or released_by is null)
);
create view legal_hold_in_force as select * from legal_hold
    where released_at is null and (approved_at is not null or protects_until > now());

create function person_hash(person text) returns text immutable language sql as $$
    select encode(sha256(convert_to(person, 'UTF8')), 'hex')
$$;
create index seal_key_person on seal_key (person_hash(person)) where wrapped is not null;

-- Who asked to be erased: a hash of the pseudonym. It reaches what was received up to the end of that month.
create table erasure (
    person   text        primary key, -- SHA-256 of the pseudonym in hex
    asked_at timestamptz not null,
    through  date        not null     -- the last month that it reaches
);
-- What is still to be written into the erasure ledger, which a restored backup does not take back.
create table erasure_ledger_line (
    id   bigint generated always as identity primary key,
    line text not null
);

create function erasure_destroyed(person text, class text, month date, at timestamptz) returns text
stable language sql as $$
    select json_build_object('kind', 'DESTROYED', 'person', person, 'class', class,
        'month', to_char(month, 'YYYY-MM'), 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
$$;
create function erasure_asked(person text, through date, at timestamptz) returns text stable language sql as $$
    select json_build_object('kind', 'ASKED', 'person', person, 'through', to_char(through, 'YYYY-MM'),
        'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
$$;

create table breach (
    id         text        primary key,
    zh         text        not null, -- the notice
    en         text        not null,
    noticed_at timestamptz not null,
    affected   bigint      not null,
    by         text        not null,
    at         timestamptz not null
);
create table breach_person (
    breach text not null references breach (id),
    person text not null,
    primary key (breach, person)
);
