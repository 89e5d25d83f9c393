package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.CATEGORY_UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The 31 kinds of risk of TC260-003 annex A in five classes, numbered `A.<class>-<kind>`.
public final class Categories {
    private static final Map<String, Integer> KINDS = Map.of("A.1", 8, "A.2", 9, "A.3", 5, "A.4", 7, "A.5", 2);
    private static final Pattern FORM = Pattern.compile("(A\\.[1-5])-([1-9])");

    private Categories() {}

    /// All of them in the annex's order.
    public static List<String> all() {
        return KINDS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(kinds ->
                        IntStream.rangeClosed(1, kinds.getValue()).mapToObj(kind -> kinds.getKey() + "-" + kind))
                .toList();
    }

    /// @throws io.mingshi.contracts.ProblemException `CATEGORY_UNKNOWN`
    public static String checked(String category) {
        var matcher = FORM.matcher(category);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > KINDS.getOrDefault(matcher.group(1), 0)) {
            throw CATEGORY_UNKNOWN.with("give one of the 31 kinds of risk: A.1-1 to A.1-8, A.2-1 to A.2-9,"
                    + " A.3-1 to A.3-5, A.4-1 to A.4-7, A.5-1 or A.5-2");
        }
        return category;
    }
}
