package io.mingshi.records.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// To whom a breach is to be told, and until when.
///
/// An incident is reported from the level "relatively major" on; which level it has, an officer decides.
public enum BreachDeadline {
    /// Whom it concerns: at once.
    PERSONS("PIPL-57", Duration.ZERO, true),
    /// The department for the protection of personal information: at once.
    AUTHORITY("PIPL-57", Duration.ZERO, true),
    /// Operators of critical information infrastructure, to their protection department and the police.
    CRITICAL_INFRASTRUCTURE("INC", Duration.ofHours(1), true),
    /// Central organs, to their own department.
    CENTRAL_ORGAN("INC", Duration.ofHours(2), true),
    /// Every other operator, to the provincial cyberspace administration.
    PROVINCIAL_ADMINISTRATION("INC", Duration.ofHours(4), true),
    /// Cases to the police; not confirmed in a text of the rule.
    POLICE("MLPS", Duration.ofHours(24), false),
    /// The summary report: 30 days after the incident was dealt with.
    SUMMARY("INC", null, true);

    private static final String INCIDENT_MEASURES = "https://www.cac.gov.cn/2025-09/15/c_1759583017717009.htm";
    private static final String PIPL = "https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm";

    private final String rule;
    private final @Nullable Duration within;
    private final boolean confirmed;

    BreachDeadline(String rule, @Nullable Duration within, boolean confirmed) {
        this.rule = rule;
        this.within = within;
        this.confirmed = confirmed;
    }

    /// All of them, for a breach that was noticed then.
    static List<Due> of(Instant noticedAt) {
        return Arrays.stream(values())
                .map(one -> new Due(
                        one, Optional.ofNullable(one.within).map(noticedAt::plus), one.rule, one.link(), one.confirmed))
                .toList();
    }

    private Optional<String> link() {
        return switch (rule) {
            case "PIPL-57" -> Optional.of(PIPL);
            case "INC" -> Optional.of(INCIDENT_MEASURES);
            default -> Optional.empty();
        };
    }

    /// One of them for a certain breach.
    ///
    /// @param until empty when it counts from the end of the incident
    /// @param confirmed false when we have not read the rule itself
    public record Due(
            BreachDeadline what, Optional<Instant> until, String rule, Optional<String> link, boolean confirmed) {}
}
