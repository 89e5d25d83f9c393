package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.store.Bundle;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.LeftOut;
import io.mingshi.records.export.archive.LogEntry;
import io.mingshi.records.export.archive.NotVerified;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goes through the log's entries of a period together with the records of the export: each entry has its record, or
/// a reason why there is none.
final class PeriodAccount {
    private final ExportFacts facts;
    private final ExportFacts.Covered covered;
    private final ZipLog log;
    private final TrustedTiles tiles;
    private final Lines leftOut;
    private final Expiries expiries;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<LeftOut.Why, Long> without = new EnumMap<>(LeftOut.Why.class);
    private @Nullable LeftOut range;
    private @Nullable Bundle bundle;
    private @Nullable String unexplained;
    private long next;

    PeriodAccount(ExportFacts facts, ZipLog log, TrustedTiles tiles, Lines leftOut, Expiries expiries)
            throws IOException {
        this.facts = facts;
        this.covered = facts.covered().orElseThrow();
        this.log = log;
        this.tiles = tiles;
        this.leftOut = leftOut;
        this.expiries = expiries;
        this.next = covered.first();
        if (covered.first() > covered.end() || covered.end() > facts.logSize()) {
            throw NotVerified.because("export.json covers entries that the log does not have", "export.json 所列范围超出日志");
        }
        advance();
    }

    /// Entries without a record, by why.
    Map<LeftOut.Why, Long> without() {
        return without;
    }

    /// A record is at this position: no entry before it was left out without a reason.
    void record(long position) throws IOException {
        if (position >= covered.end()) {
            throw NotVerified.because(
                    "record " + position + " is not among the entries of the period",
                    "记录 " + position + " 不在该时间段的日志条目之中");
        }
        while (next < position) {
            withoutRecord(entry());
        }
        if (position < covered.first() || !(entry() instanceof LogEntry.Kept kept) || !isOfPeriod(kept)) {
            throw NotVerified.because(
                    "record " + position + " is not of the period by its entry in the log",
                    "按日志条目，记录 " + position + " 不属于该时间段");
        }
    }

    /// There are no more records.
    void finish() throws IOException {
        while (next < covered.end()) {
            withoutRecord(entry());
        }
        if (range != null) {
            throw NotVerified.because(
                    leftOut.where() + " explains entries that are not missing", leftOut.where() + " 所说明的条目并未缺少");
        }
        checkEdges();
        if (unexplained != null) {
            throw NotVerified.because(
                    "the log has entries of the period without a record, and nothing explains that: " + unexplained,
                    "日志中该时间段有条目缺少记录且无说明：" + unexplained);
        }
    }

    /// The covered entries reach beyond the period on both sides, or to the ends of the log.
    private void checkEdges() throws IOException {
        ExportFacts.Scope scope = facts.scope();
        Instant from = scope.from();
        Instant to = scope.to();
        if (from == null || to == null) {
            throw NotVerified.because("export.json names no period", "export.json 没有写明时间段");
        }
        Duration margin = Duration.ofSeconds(covered.margin());
        if (covered.first() > 0 && !isAt(covered.first(), received -> received.isBefore(from.minus(margin)))) {
            throw tooShort("start", "开始", covered.first());
        }
        if (covered.end() < facts.logSize()
                && !isAt(covered.end() - 1, received -> !received.isBefore(to.plus(margin)))) {
            throw tooShort("end", "结束", covered.end() - 1);
        }
    }

    private interface Condition {
        boolean holds(Instant received);
    }

    private boolean isAt(long position, Condition condition) throws IOException {
        if (position < covered.first()) {
            return false;
        }
        return LogEntry.parse(
                                log.bundle(Tile.of(0, position / Tile.FULL, facts.logSize()))
                                        .entry((int) (position % Tile.FULL)),
                                position)
                        instanceof LogEntry.Kept kept
                && condition.holds(kept.received());
    }

    private static NotVerified tooShort(String english, String chinese, long position) {
        return NotVerified.because(
                "the entries of the log that are in the export do not reach beyond the " + english
                        + " of the period: entry " + position + " should lie outside of it",
                "导出文件所含的日志条目没有覆盖到时间段" + chinese + "之外：条目 " + position + " 应在时间段之外");
    }

    /// The entry at [#next], which is then the one after it.
    private LogEntry entry() throws IOException {
        long position = next++;
        int place = (int) (position % Tile.FULL);
        if (bundle == null || place == 0) {
            bundle = log.bundle(Tile.of(0, position / Tile.FULL, facts.logSize()));
        }
        Hash leaf = bundle.leaf(place, hasher);
        if (!leaf.equals(tiles.leaf(position))) {
            throw NotVerified.because(
                    "entry " + position + " is not the one that the log has there", "条目 " + position + " 与日志不符");
        }
        return LogEntry.parse(bundle.entry(place), position);
    }

    private void withoutRecord(LogEntry entry) throws IOException {
        long position = next - 1;
        if (entry instanceof LogEntry.Kept kept && !isOfPeriod(kept)) {
            return;
        }
        LeftOut why = range;
        if (why == null || position < why.first() || position > why.last()) {
            throw NotVerified.because(
                    "the export leaves out " + name(position, entry) + " without saying so",
                    "导出文件遗漏了 " + name(position, entry) + "，且未作说明");
        }
        if (!isTrue(why, position, entry)) {
            throw NotVerified.because(
                    leftOut.where() + " does not explain " + name(position, entry),
                    leftOut.where() + " 的说明与 " + name(position, entry) + " 不符");
        }
        without.merge(why.why(), 1L, Long::sum);
        if (why.why() != LeftOut.Why.EXPIRED && unexplained == null) {
            unexplained = name(position, entry);
        }
        if (position == why.last()) {
            advance();
        }
    }

    private boolean isTrue(LeftOut why, long position, LogEntry entry) {
        return switch (entry) {
            case LogEntry.Missing _ -> why.why() == LeftOut.Why.MISSING;
            case LogEntry.Kept kept ->
                switch (why.why()) {
                    case EXPIRED -> expiries.explains(why.expiry().orElse(-1), position, kept);
                    case LOST -> true;
                    case MISSING -> false;
                };
        };
    }

    private void advance() throws IOException {
        byte[] line = leftOut.next();
        range = line == null ? null : LeftOut.parse(line, leftOut.where());
    }

    private boolean isOfPeriod(LogEntry.Kept entry) {
        return facts.scope().includes(entry.received());
    }

    private static String name(long position, LogEntry entry) {
        return entry instanceof LogEntry.Kept kept
                ? "entry " + position + " (" + kept.event() + ")"
                : "entry " + position;
    }
}
