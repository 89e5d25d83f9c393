package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.note.Cosignature;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.LeftOut;
import io.mingshi.records.export.archive.RecordLine;
import java.util.List;
import java.util.Map;

/// An export that verifies, and what was seen in it.
///
/// @param key that signed
/// @param cosignatures of witnesses
/// @param texts records whose text was given
/// @param withoutText the others, by why
/// @param withoutRecord entries of the period without a record, by why
record Verified(
        ExportFacts facts,
        VerifierKey key,
        List<Cosignature> cosignatures,
        long texts,
        Map<RecordLine.Why, Long> withoutText,
        Map<LeftOut.Why, Long> withoutRecord) {}
