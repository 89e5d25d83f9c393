package io.mingshi.gateway.screening;

import java.util.List;
import java.util.Map;

/// Counts, over all instances, what a candidate of the library made of live texts; no text is kept.
public interface ShadowLedger {
    /// One kind of outcome: what the library in force decided, and what the candidate would have.
    ///
    /// @param rule the rule that makes the difference; `none` where there is no rule
    record Outcome(String candidate, String before, String after, String rule) {}

    /// So many texts had this outcome.
    record Counted(String before, String after, String rule, long texts) {}

    void add(Map<Outcome, Long> texts);

    /// Everything that was tried with this candidate, differences first.
    List<Counted> of(String candidate);
}
