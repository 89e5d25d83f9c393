package io.mingshi.labels.securitydata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The public keys that are known to belong to producers. The key inside a label proves nothing about who signed it;
/// one that was learned from the producer on another way does.
public final class KeyRing {
    private final Map<String, Set<Sm2PublicKey>> keys;

    private KeyRing(Map<String, Set<Sm2PublicKey>> keys) {
        this.keys = keys;
    }

    /// No keys at all.
    public static KeyRing empty() {
        return new KeyRing(Map.of());
    }

    /// The keys in a text file, as [#parse] reads it.
    public static KeyRing read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    /// One key a line: the `ContentProducer` of the labels, white space, the point in hexadecimal digits. A producer
    /// may have several lines. Empty lines and lines with `#` at their start say nothing.
    ///
    /// @throws IllegalArgumentException with the line that is not like that
    public static KeyRing parse(String text) {
        Map<String, Set<Sm2PublicKey>> keys = new HashMap<>();
        List<String> lines = text.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                add(lines.get(i), i + 1, keys);
            }
        }
        return new KeyRing(keys);
    }

    private static void add(String line, int number, Map<String, Set<Sm2PublicKey>> keys) {
        String[] words = line.split("\\s+", -1);
        if (words.length != 2) {
            throw new IllegalArgumentException("line " + number + " must hold a producer and a public key");
        }
        try {
            keys.computeIfAbsent(words[0], producer -> new HashSet<>()).add(new Sm2PublicKey(words[1]));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /// The keys of this producer, none if it is not known.
    public Set<Sm2PublicKey> of(String producer) {
        return Set.copyOf(keys.getOrDefault(producer, Set.of()));
    }
}
