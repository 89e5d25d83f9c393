-- The public keys that ever signed receipts, so that an old receipt verifies after the key changed.
create table receipt_key (
    id       text primary key,
    jwk      text        not null,
    since    timestamptz not null
);
