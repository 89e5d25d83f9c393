package io.mingshi.gateway.openai;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OpenAI's categories of moderation, and which of them come nearest to our 31 kinds of risk.
final class ModerationCategories {
    static final List<String> ALL = List.of(
            "harassment",
            "harassment/threatening",
            "hate",
            "hate/threatening",
            "illicit",
            "illicit/violent",
            "self-harm",
            "self-harm/instructions",
            "self-harm/intent",
            "sexual",
            "sexual/minors",
            "violence",
            "violence/graphic");

    private ModerationCategories() {}

    /// A kind without a counterpart counts as illicit: it is forbidden, and the rule says why.
    ///
    /// @param kind such as `A.1-4`; null where nothing matched
    static Set<String> of(@Nullable String kind) {
        if (kind == null) {
            return Set.of();
        }
        return switch (kind) {
            case "A.1-4" -> Set.of("illicit", "illicit/violent", "violence");
            case "A.1-5" -> Set.of("hate");
            case "A.1-6" -> Set.of("sexual", "violence");
            default -> kind.startsWith("A.2-") ? Set.of("hate", "harassment") : Set.of("illicit");
        };
    }
}
