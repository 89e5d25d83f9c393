-- Exports for inspection: who ordered what and why, and how far the job is.
create table export_order (
    id          text        primary key,
    kind        text        not null,
    target      text        not null,
    from_at     timestamptz,
    to_at       timestamptz,
    texts       boolean     not null,
    case_number text        not null,
    reason      text        not null,
    ordered_by  text        not null,
    ordered_as  text        not null,
    ordered_at  timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    state       text        not null,
    planned_at  timestamptz,           -- from here on it is fixed what belongs to it
    checkpoint  text,
    total       bigint,
    margin      bigint,                -- seconds
    first_entry bigint,
    end_entry   bigint,
    file        text,
    bytes       bigint,
    sha256      text,
    ended_at    timestamptz,
    delete_at   timestamptz,
    failure     text
);
create index export_order_open on export_order (ordered_at) where state in ('WAITING', 'RUNNING', 'READY');

-- The finished parts of an export, from which an interrupted job goes on.
create table export_part (
    export  text   not null references export_order (id),
    number  int    not null,
    folder  text   not null,
    records bigint not null,
    last    bigint not null, -- the position of its last record
    bytes   bigint not null,
    primary key (export, number)
);
