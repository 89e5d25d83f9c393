-- What a key may be used for. Its former secret stays valid until previous_until.
alter table api_key add column organization boolean not null default false;
alter table api_key add column models text not null default '';
alter table api_key add column capabilities text not null default '';
alter table api_key add column expires_at timestamptz;
alter table api_key add column day_requests bigint;
alter table api_key add column day_tokens bigint;
alter table api_key add column day_micros bigint;
alter table api_key add column month_requests bigint;
alter table api_key add column month_tokens bigint;
alter table api_key add column month_micros bigint;
alter table api_key add column previous_hash text unique;
alter table api_key add column previous_until timestamptz;
alter table api_key add constraint previous_hash_ends check ((previous_hash is null) = (previous_until is null));

-- What was taken from a quota in one of its windows, reservations included. Money is in millionths.
create table quota_use (
    account  text   not null,
    period   text   not null check (period in ('DAY', 'MONTH')),
    begins   date   not null,
    requests bigint not null,
    tokens   bigint not null,
    micros   bigint not null,
    primary key (account, period, begins)
);

-- What an admitted request may cost at most, until it is known what it did cost.
create table quota_reservation (
    admission    text primary key,
    person       text        not null,
    key          text        not null,
    organization boolean     not null,
    model        text        not null,
    windows      text        not null,
    tokens       bigint      not null,
    micros       bigint      not null,
    reserved_at  timestamptz not null
);
create index quota_reservation_age on quota_reservation (reserved_at);

-- What was used, by day.
create table usage_day (
    person            text    not null,
    key               text    not null,
    organization      boolean not null,
    model             text    not null,
    day               date    not null,
    requests          bigint  not null,
    prompt_tokens     bigint  not null,
    completion_tokens bigint  not null,
    works             bigint  not null,
    micros            bigint  not null,
    primary key (person, day, key, model, organization)
);
