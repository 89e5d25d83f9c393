package io.mingshi.records.store;

import io.mingshi.records.Header;
import io.mingshi.records.Sealed;

/// One row as it is stored.
record StoredRow(long position, Header header, Sealed sealed, String commitment) {}
