package io.mingshi.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A state of the automaton: the longest beginning of a term with which the letters read so far end.
final class Node {
    final @Nullable Node parent;
    final int depth;
    final Map<Integer, Node> children = new HashMap<>();
    final List<Pattern> patterns = new ArrayList<>();

    /// The gaps by which some term comes to this node from its parent.
    final Set<Gap> incoming = EnumSet.noneOf(Gap.class);

    /// The state for the longest proper suffix; null at the root.
    @Nullable
    Node fallback;

    /// The nearest fallback at which a term ends.
    @Nullable
    Node output;

    Node(@Nullable Node parent) {
        this.parent = parent;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /// Whether some term goes on from here after so many separators, and perhaps more.
    boolean goesOn(int separators) {
        return children.values().stream()
                .anyMatch(child -> child.incoming.stream().anyMatch(gap -> gap.reaches(separators)));
    }
}
