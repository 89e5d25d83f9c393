package io.mingshi.screening;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The Aho-Corasick automaton over the letters of all terms, without separators; gaps are checked where a term ends.
///
/// A text is read once, in time linear in its length, whatever the number of terms (Aho and Corasick, 1975).
final class Automaton {
    static final int LONGEST_TERM = 64;

    private final Node root = new Node(null);

    private Automaton() {}

    static Automaton of(List<Rule> rules) {
        var automaton = new Automaton();
        rules.stream().map(Pattern::of).forEach(automaton::add);
        automaton.connect();
        return automaton;
    }

    Node root() {
        return root;
    }

    Node next(Node state, int letter) {
        for (Node node = state; node != null; node = node.fallback) {
            Node child = node.children.get(letter);
            if (child != null) {
                return child;
            }
        }
        return root;
    }

    private void add(Pattern pattern) {
        Node node = root;
        for (int i = 0; i < pattern.length(); i++) {
            Node parent = node;
            node = node.children.computeIfAbsent(pattern.letters().get(i), _ -> new Node(parent));
            node.incoming.add(i == 0 ? Gap.LOOSE : pattern.gaps().get(i - 1));
        }
        node.patterns.add(pattern);
    }

    private void connect() {
        var queue = new ArrayDeque<Node>();
        queue.add(root);
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            for (Map.Entry<Integer, Node> edge : node.children.entrySet()) {
                connect(edge.getValue(), node.fallback, edge.getKey());
                queue.add(edge.getValue());
            }
        }
    }

    private void connect(Node child, @Nullable Node fallback, int letter) {
        Node suffix = fallback == null ? root : next(fallback, letter);
        child.fallback = suffix;
        child.output = suffix.patterns.isEmpty() ? suffix.output : suffix;
    }
}
