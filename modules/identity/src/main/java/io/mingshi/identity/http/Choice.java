package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads one of the words that a field may hold.
final class Choice {
    private Choice() {}

    static <E extends Enum<E>> E of(Class<E> type, String field, @Nullable String word) {
        E[] known = type.getEnumConstants();
        return Arrays.stream(known)
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> MALFORMED_REQUEST.with("the field " + field + " must be one of "
                        + Arrays.stream(known).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
