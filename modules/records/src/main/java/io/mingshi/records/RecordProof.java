package io.mingshi.records;

import org.jspecify.annotations.Nullable;

/// What lets anybody who has the log's public key check one record offline.
///
/// The entry is in the log, says `proof`; the entry's `seal` is the SHA-256 of `sealedForm`; and that holds
/// the SHA-256 of the text with its salt, as `commitment`.
///
/// @param entry as it is in the log; what it will be, while it is not there yet
/// @param sealedForm what the seal is the hash of, by what is stored now (RFC 8785)
/// @param proof the text of a `.tlog-proof` file ([C2SP](https://c2sp.org/tlog-proof)); null while the record
///     is not in the log yet
public record RecordProof(
        long position,
        String entry,
        String sealedForm,
        @Nullable String proof) {}
