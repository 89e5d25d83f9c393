package io.mingshi.records.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.LogLedger;
import io.mingshi.records.Pending;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// The next entries of the evidence log, one for each position.
///
/// Positions are given without gaps and become visible in order. One that is not there was taken out of the database
/// before the log was told of it; the log then says so, and the next one keeps its index.
record Batch(List<byte[]> entries) {
    private static final Logger LOG = Logger.getLogger(Batch.class);
    private static final int LARGEST = 4_000;

    static Batch of(LogLedger ledger, long from) {
        List<byte[]> entries = new ArrayList<>();
        long position = from;
        for (Pending pending : ledger.pending(from, LARGEST)) {
            while (position < pending.position() && entries.size() < LARGEST) {
                LOG.errorf("the record at position %d vanished before it was in the evidence log", position);
                entries.add(missing(position++));
            }
            if (position == pending.position()) {
                entries.add(pending.entry().bytes());
                position++;
            }
        }
        return new Batch(entries);
    }

    /// What the log says of a position whose record is not there.
    static byte[] missing(long position) {
        return ("{\"missing\":\"" + position + "\"}").getBytes(UTF_8);
    }
}
