package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.DECISION_INCOMPLETE;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision rests on: a published policy, a reason in words, and evidence.
///
/// @param evidence at least one item, such as the number of a refusal, a ticket or a work
public record Reasons(Policy policy, String reason, List<String> evidence) {
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_EVIDENCE = 50;
    private static final int LONGEST_EVIDENCE = 500;

    public Reasons {
        reason = text("reason", reason, LONGEST_REASON);
        if (evidence.isEmpty() || evidence.size() > MOST_EVIDENCE) {
            throw DECISION_INCOMPLETE.with("give evidence: 1 to " + MOST_EVIDENCE
                    + " items, such as the numbers of refusals, tickets or works");
        }
        evidence = evidence.stream()
                .map(item -> text("piece of evidence", item, LONGEST_EVIDENCE))
                .toList();
    }

    /// A text of 1 to `longest` characters, without the space around it.
    ///
    /// @throws io.mingshi.contracts.ProblemException `DECISION_INCOMPLETE`
    public static String text(String what, @Nullable String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw DECISION_INCOMPLETE.with("give a " + what + " of 1 to " + longest + " characters");
        }
        return text;
    }

    /// A reason alone.
    ///
    /// @throws io.mingshi.contracts.ProblemException `DECISION_INCOMPLETE`
    public static String reason(@Nullable String given) {
        return text("reason", given, LONGEST_REASON);
    }
}
