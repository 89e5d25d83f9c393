package io.mingshi.gateway.group;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Asks a question once for all requests that wait for its answer.
///
/// Nothing is remembered: an answer is given only to requests that came before the question was asked, so that it is
/// never older than any of them. A failure is everybody's who waited for that answer.
///
/// @param <K> what is asked about
/// @param <V> the answer
public final class Flights<K, V> {
    /// So many groups are kept; which people ask must not fill the memory.
    private static final int MOST = 10_000;

    private final Function<K, V> ask;
    private final Map<K, Group<K, Answer<V>>> groups = new ConcurrentHashMap<>();

    public Flights(Function<K, V> ask) {
        this.ask = ask;
    }

    private sealed interface Answer<V> {
        record Given<V>(V value) implements Answer<V> {}

        record Failed<V>(RuntimeException why) implements Answer<V> {}
    }

    public V ask(K about) {
        if (groups.size() >= MOST) {
            groups.clear();
        }
        return switch (groups.computeIfAbsent(about, _ -> new Group<>(this::asked))
                .join(about)) {
            case Answer.Given<V>(V value) -> value;
            case Answer.Failed<V>(RuntimeException why) -> throw why;
        };
    }

    private List<Answer<V>> asked(List<K> waiting) {
        return Collections.nCopies(waiting.size(), answer(waiting.getFirst()));
    }

    private Answer<V> answer(K about) {
        try {
            return new Answer.Given<>(ask.apply(about));
        } catch (RuntimeException e) {
            return new Answer.Failed<>(e);
        }
    }
}
