package io.mingshi.evidencelog.proof;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.TOO_LARGE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.note.Texts;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.Policy.Quorum;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one policy file; used once.
///
/// Names are octets to the format, so that the file is read as Latin-1, which keeps every octet apart.
final class PolicyReader {
    private static final int MAX_BYTES = 1 << 20;

    /// Logs, witnesses and groups: everybody should support 32 of each.
    private static final int MAX_OF_EACH = 1000;

    private static final byte DELETE = 0x7f;
    private static final String NONE = "none";

    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Witness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> names = new LinkedHashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;
    private int line;

    Policy read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw TOO_LARGE.with("the policy has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read");
        }
        for (byte octet : bytes) {
            if ((octet >= 0 && octet < ' ' && octet != '\n' && octet != '\t') || octet == DELETE) {
                throw MALFORMED.with("the policy has a control character");
            }
        }
        for (String text : new String(bytes, ISO_8859_1).split("\n", -1)) {
            line++;
            List<String> words = words(text);
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                read(words);
            }
        }
        if (quorum == null) {
            throw MALFORMED.with("the policy has no quorum line; write \"quorum none\" to do without witnesses");
        }
        return new Policy(logs, witnesses, quorum);
    }

    private void read(List<String> words) {
        switch (words.getFirst()) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw wrong("starts with neither log, witness, group nor quorum");
        }
        if (logs.size() > MAX_OF_EACH || names.size() > 2 * MAX_OF_EACH) {
            throw TOO_LARGE.with("the policy has more than " + MAX_OF_EACH + " logs or witnesses");
        }
    }

    private void log(List<String> words) {
        count(words, 2, 3);
        VerifierKey key = key(words.get(1), false);
        if (logs.stream().anyMatch(log -> log.key().sameKeyAs(key))) {
            throw wrong("names a log key that is there already");
        }
        logs.add(new Policy.Log(key, address(words, 2)));
    }

    private void witness(List<String> words) {
        count(words, 3, 4);
        VerifierKey key = key(words.get(2), true);
        if (witnesses.stream().anyMatch(witness -> witness.key().sameKeyAs(key))) {
            throw wrong("names a witness key that is there already");
        }
        String name = words.get(1);
        define(name, new Quorum.One(name));
        witnesses.add(new Policy.Witness(name, key, address(words, 3)));
    }

    private void group(List<String> words) {
        count(words, 4, Integer.MAX_VALUE);
        List<Quorum> group = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            group.add(defined(member));
            if (!members.add(member)) {
                throw wrong("lists " + shown(member) + ", which is a member of a group already");
            }
        }
        define(words.get(1), new Quorum.Group(threshold(words.get(2), group.size()), List.copyOf(group)));
    }

    private int threshold(String word, int size) {
        long threshold = switch (word) {
            case "all" -> size;
            case "any" -> 1;
            default -> Texts.number(word, "the threshold in line " + line);
        };
        if (threshold < 1 || threshold > size) {
            throw wrong("asks for " + threshold + " of " + size + " members");
        }
        return (int) threshold;
    }

    private void quorum(List<String> words) {
        count(words, 2, 2);
        if (quorum != null) {
            throw wrong("is a second quorum");
        }
        quorum = words.get(1).equals(NONE) ? new Quorum.None() : defined(words.get(1));
    }

    private void define(String name, Quorum meaning) {
        if (name.equals(NONE) || names.putIfAbsent(name, meaning) != null) {
            throw wrong("defines " + shown(name) + ", which has a meaning already");
        }
    }

    private Quorum defined(String name) {
        Quorum meaning = names.get(name);
        if (meaning == null) {
            throw wrong("names " + shown(name) + ", which no line before defines");
        }
        return meaning;
    }

    private VerifierKey key(String word, boolean witness) {
        VerifierKey key = VerifierKey.parse(shown(word));
        if (key.type().isWitness() != witness) {
            throw wrong("has a key of the wrong type: a log signs with type 1, a witness with type 4 or 6");
        }
        return key;
    }

    private Optional<URI> address(List<String> words, int at) {
        if (words.size() <= at) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(shown(words.get(at))));
        } catch (URISyntaxException e) {
            throw MALFORMED.with("line " + line + " of the policy has an address that is none", e);
        }
    }

    private void count(List<String> words, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw wrong("has " + words.size() + " words, which is not what its kind has");
        }
    }

    private RuntimeException wrong(String what) {
        return MALFORMED.with("line " + line + " of the policy " + what);
    }

    private static String shown(String octets) {
        return new String(octets.getBytes(ISO_8859_1), UTF_8);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split("[ \t]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
