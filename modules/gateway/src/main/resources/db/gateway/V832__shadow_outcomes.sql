-- What candidates of the library would have decided on live texts: counts alone, no text.
create table shadow_outcome (
    candidate text   not null,
    before    text   not null,
    after     text   not null,
    rule      text   not null,
    texts     bigint not null,
    primary key (candidate, before, after, rule)
);
