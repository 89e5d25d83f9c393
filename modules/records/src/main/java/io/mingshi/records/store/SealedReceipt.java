package io.mingshi.records.store;

import io.mingshi.records.Header;
import io.mingshi.records.Sealed;
import io.mingshi.records.SealedEntry;

/// A receipt whose text is encrypted and committed to.
record SealedReceipt(Header header, Sealed sealed, String commitment, SealedEntry entry) {}
