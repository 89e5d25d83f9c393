package io.mingshi.records.archiving;

import io.mingshi.records.Archive.ObjectKey;
import io.mingshi.records.RetentionClass;
import java.time.Instant;
import java.time.YearMonth;

/// One object of the archive.
///
/// @param first the lowest position in it
/// @param last the highest; positions of other classes lie between
/// @param records how many there are
/// @param retainUntil until when it must stay
/// @param locked whether the store itself refuses to delete it
/// @param held whether a legal hold was laid on it
public record Segment(
        ObjectKey key,
        RetentionClass retentionClass,
        YearMonth month,
        long first,
        long last,
        int records,
        String sha256,
        Instant retainUntil,
        boolean locked,
        boolean held,
        Instant writtenAt) {}
