-- Sanctions for which an account rests: while there is one, it cannot log in.
create table account_sanction (
    sanction text primary key,
    person   text not null,
    kind     text not null
);
create index account_sanction_of_person on account_sanction (person);

-- What the login is still to be told; a row goes when it has been done.
create table account_order (
    person text        not null,
    deed   text        not null,
    cause  text        not null,
    due_at timestamptz not null,
    primary key (person, deed)
);
create index account_order_due on account_order (due_at);
