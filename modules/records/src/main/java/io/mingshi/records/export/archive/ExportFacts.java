package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.FlatJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an export is: the file `export.json`, a flat object in the form of RFC 8785.
///
/// @param id of the order
/// @param origin of the evidence log
/// @param scope what was asked for
/// @param texts whether the texts of the records are in it
/// @param ordered by whom and why
/// @param plannedAt when it was fixed what belongs to it
/// @param records how many there are
/// @param logSize how many entries the log had by the checkpoint
/// @param covered which entries of the log are in it; only for a period
public record ExportFacts(
        String id,
        String origin,
        Scope scope,
        boolean texts,
        Ordered ordered,
        Instant plannedAt,
        long records,
        long logSize,
        Optional<Covered> covered) {
    /// What was asked for.
    ///
    /// @param kind `PERIOD`, `PERSON`, `WORK` or `CASE`
    /// @param target the person, work or case; empty for a period
    /// @param from the first instant of the period; null otherwise
    /// @param to the first instant after it; null otherwise
    public record Scope(
            String kind,
            String target,
            @Nullable Instant from,
            @Nullable Instant to) {
        /// The kind whose completeness the log shows.
        public static final String PERIOD = "PERIOD";

        /// Whether an entry that was received then belongs to the period.
        public boolean includes(Instant received) {
            return from != null && to != null && !received.isBefore(from) && received.isBefore(to);
        }
    }

    /// Who ordered it and who agreed.
    ///
    /// @param approvedBy null when nobody had to
    public record Ordered(
            String caseNumber,
            String reason,
            String by,
            String role,
            Instant at,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    /// Entries of the log.
    ///
    /// @param first the first of them
    /// @param end the first after them
    /// @param margin seconds by which they reach beyond the period: servers agree on the time only so far
    public record Covered(long first, long end, long margin) {}

    /// The content of the file.
    public byte[] bytes() {
        FlatJson json = new FlatJson()
                .with("export", id)
                .with("origin", origin)
                .with("scope", scope.kind())
                .with("target", scope.target())
                .with("from", text(scope.from()))
                .with("to", text(scope.to()))
                .with("texts", Boolean.toString(texts))
                .with("caseNumber", ordered.caseNumber())
                .with("reason", ordered.reason())
                .with("orderedBy", ordered.by())
                .with("orderedAs", ordered.role())
                .with("orderedAt", text(ordered.at()))
                .with("approvedBy", ordered.approvedBy())
                .with("approvedAt", text(ordered.approvedAt()))
                .with("plannedAt", text(plannedAt))
                .with("records", Long.toString(records))
                .with("logSize", Long.toString(logSize));
        covered.ifPresent(range -> json.with("firstEntry", Long.toString(range.first()))
                .with("endEntry", Long.toString(range.end()))
                .with("marginSeconds", Long.toString(range.margin())));
        return json.toString().getBytes(UTF_8);
    }

    /// Reads the file.
    public static ExportFacts parse(byte[] json) {
        FlatObject read = FlatObject.parse(json, "export.json");
        return new ExportFacts(
                read.at("export"),
                read.at("origin"),
                new Scope(read.at("scope"), read.at("target"), instant(read, "from"), instant(read, "to")),
                read.at("texts").equals("true"),
                new Ordered(
                        read.at("caseNumber"),
                        read.at("reason"),
                        read.at("orderedBy"),
                        read.at("orderedAs"),
                        LogEntry.instant(read.at("orderedAt")),
                        read.members().get("approvedBy"),
                        instant(read, "approvedAt")),
                LogEntry.instant(read.at("plannedAt")),
                Numbers.parse(read.at("records")),
                Numbers.parse(read.at("logSize")),
                covered(read));
    }

    private static Optional<Covered> covered(FlatObject read) {
        if (!read.at("scope").equals(Scope.PERIOD)) {
            return Optional.empty();
        }
        return Optional.of(new Covered(
                Numbers.parse(read.at("firstEntry")),
                Numbers.parse(read.at("endEntry")),
                Numbers.parse(read.at("marginSeconds"))));
    }

    private static @Nullable Instant instant(FlatObject read, String name) {
        String text = read.members().get(name);
        return text == null ? null : LogEntry.instant(text);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
