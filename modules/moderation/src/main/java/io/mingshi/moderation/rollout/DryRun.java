package io.mingshi.moderation.rollout;

import static io.mingshi.moderation.ModerationProblem.PROPOSAL_INCOMPLETE;

import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.Rules;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Tells what a candidate would change for given texts; the texts are not kept.
///
/// The platform keeps no refused prompts, so that the traffic to try it on is what the operator brings: texts, or a
/// bank of questions. Classifiers are installed at the gateway alone and find nothing here.
@ApplicationScoped
public class DryRun {
    static final int MOST_TEXTS = 10_000;
    static final int MOST_CHARACTERS = 10_000_000;

    private final Library library;

    DryRun(Library library) {
        this.library = library;
    }

    /// What a text would get now and then.
    ///
    /// @param text its place in the list, from 0
    /// @param ruleBefore null when nothing matches
    /// @param ruleAfter null when nothing matches
    public record Difference(
            int text,
            String before,
            String after,
            @Nullable String ruleBefore,
            @Nullable String ruleAfter) {}

    /// @param changes how many texts go from one verdict to another, such as `ALLOW to BLOCK`
    /// @param rules how many texts each rule would newly decide
    public record Outcome(
            int texts,
            long libraryVersion,
            Map<String, Integer> changes,
            Map<String, Integer> rules,
            List<Difference> differences) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `PROPOSAL_INCOMPLETE` without texts or with too many
    @Transactional
    public Outcome of(Candidate candidate, List<String> texts) {
        long characters = texts.stream().mapToLong(String::length).sum();
        if (texts.isEmpty() || texts.size() > MOST_TEXTS || characters > MOST_CHARACTERS) {
            throw PROPOSAL_INCOMPLETE.with("a dry run takes 1 to " + MOST_TEXTS + " texts of together at most "
                    + MOST_CHARACTERS + " characters");
        }
        long version = library.current().version();
        List<LibraryEntry> inForce = library.entries(version);
        return compare(
                version, Rules.screener(inForce), Rules.screener(candidate.appliedTo(inForce, version + 1)), texts);
    }

    private static Outcome compare(long version, Screener now, Screener then, List<String> texts) {
        var changes = new TreeMap<String, Integer>();
        var rules = new TreeMap<String, Integer>();
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < texts.size(); i++) {
            var difference = difference(i, now.screen(texts.get(i)), then.screen(texts.get(i)));
            if (!difference.before().equals(difference.after())) {
                changes.merge(difference.before() + " to " + difference.after(), 1, Integer::sum);
                differences.add(difference);
                String rule = difference.ruleAfter() == null ? difference.ruleBefore() : difference.ruleAfter();
                rules.merge(String.valueOf(rule), 1, Integer::sum);
            }
        }
        return new Outcome(texts.size(), version, changes, rules, differences);
    }

    private static Difference difference(int text, Verdict before, Verdict after) {
        return new Difference(text, name(before), name(after), rule(before), rule(after));
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> "ALLOW";
            case Verdict.Review _ -> "REVIEW";
            case Verdict.Block _ -> "BLOCK";
        };
    }

    private static @Nullable String rule(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> null;
            case Verdict.Review(Rule rule, int _, int _) -> rule.id();
            case Verdict.Block(Rule rule, int _, int _) -> rule.id();
        };
    }
}
