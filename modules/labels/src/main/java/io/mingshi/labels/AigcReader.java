package io.mingshi.labels;

import static io.mingshi.labels.Finding.Code.DOUBLE_ENCODED;
import static io.mingshi.labels.Finding.Code.DUPLICATE_KEY;
import static io.mingshi.labels.Finding.Code.INVALID_PROVIDER_CODE;
import static io.mingshi.labels.Finding.Code.LABEL_OUT_OF_RANGE;
import static io.mingshi.labels.Finding.Code.MALFORMED_JSON;
import static io.mingshi.labels.Finding.Code.MISSING_KEY;
import static io.mingshi.labels.Finding.Code.NOT_A_STRING;
import static io.mingshi.labels.Finding.Code.NUMERIC_LABEL;
import static io.mingshi.labels.Finding.Code.PRODUCER_IS_A_NAME;
import static io.mingshi.labels.Finding.Code.PRODUCER_MISSING;
import static io.mingshi.labels.Finding.Code.UNKNOWN_KEY;
import static io.mingshi.labels.Finding.Code.UNUSUAL_CHARACTER;
import static io.mingshi.labels.Finding.Code.WRAPPED;
import static io.mingshi.labels.Finding.Code.WRONG_ORDER;

import io.mingshi.labels.Json.Member;
import io.mingshi.labels.Json.Members;
import io.mingshi.labels.Json.Numeral;
import io.mingshi.labels.Json.Other;
import io.mingshi.labels.Json.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Understands the JSON of a label as it is met in files and notes every departure from annex E.
final class AigcReader {
    private final Set<Finding.Code> notes = new LinkedHashSet<>();

    private AigcReader() {}

    static AigcLabel.Reading read(String json) {
        AigcReader reader = new AigcReader();
        Optional<AigcLabel> label;
        try {
            label = reader.label(Json.parse(json.strip()));
        } catch (Json.Malformed malformed) {
            reader.notes.add(MALFORMED_JSON);
            label = Optional.empty();
        }
        return new AigcLabel.Reading(label, List.copyOf(reader.notes));
    }

    private Optional<AigcLabel> label(Json.Value value) {
        return switch (value) {
            case Text text -> unreadable(DOUBLE_ENCODED);
            case Members object
            when wraps(object) -> {
                notes.add(WRAPPED);
                yield label(object.members().getFirst().value());
            }
            case Members object -> fields(object.members());
            case Numeral number -> unreadable(MALFORMED_JSON);
            case Other other -> unreadable(MALFORMED_JSON);
        };
    }

    private boolean wraps(Members object) {
        return !notes.contains(WRAPPED)
                && object.members().size() == 1
                && object.members().getFirst().key().equals("AIGC");
    }

    private Optional<AigcLabel> unreadable(Finding.Code why) {
        notes.add(why);
        return Optional.empty();
    }

    private Optional<AigcLabel> fields(List<Member> members) {
        Map<String, String> values = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Member member : members) {
            if (!seen.add(member.key())) {
                return unreadable(DUPLICATE_KEY);
            }
            if (!AigcLabel.KEYS.contains(member.key())) {
                notes.add(UNKNOWN_KEY);
                continue;
            }
            text(member).ifPresent(text -> values.put(member.key(), text));
        }
        noteKeys(seen);
        return build(values);
    }

    private Optional<String> text(Member member) {
        return switch (member.value()) {
            case Text text -> Optional.of(text.value());
            case Numeral number
            when member.key().equals("Label") -> {
                notes.add(NUMERIC_LABEL);
                yield Optional.of(number.digits());
            }
            case Numeral number -> unreadableValue();
            case Members object -> unreadableValue();
            case Other other -> unreadableValue();
        };
    }

    private Optional<String> unreadableValue() {
        notes.add(NOT_A_STRING);
        return Optional.empty();
    }

    private void noteKeys(Set<String> seen) {
        if (!seen.containsAll(AigcLabel.KEYS)) {
            notes.add(MISSING_KEY);
        }
        List<String> found = seen.stream().filter(AigcLabel.KEYS::contains).toList();
        if (!found.equals(AigcLabel.KEYS.stream().filter(seen::contains).toList())) {
            notes.add(WRONG_ORDER);
        }
    }

    private Optional<AigcLabel> build(Map<String, String> values) {
        List<String> all =
                AigcLabel.KEYS.stream().map(key -> values.getOrDefault(key, "")).toList();
        if (!List.of("1", "2", "3").contains(all.getFirst())) {
            return unreadable(values.containsKey("Label") ? LABEL_OUT_OF_RANGE : MISSING_KEY);
        }
        AigcLabel label =
                new AigcLabel(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6));
        noteValues(label);
        return Optional.of(label);
    }

    private void noteValues(AigcLabel label) {
        if (!label.values().stream().allMatch(AigcLabel::isUsual)) {
            notes.add(UNUSUAL_CHARACTER);
        }
        String producer = label.contentProducer();
        if (label.label().equals("1")
                && (producer.isBlank() || label.produceId().isBlank())) {
            notes.add(PRODUCER_MISSING);
        }
        if (ProviderCode.isClaimedBy(producer)) {
            if (!ProviderCode.isValid(producer)) {
                notes.add(INVALID_PROVIDER_CODE);
            }
        } else if (!producer.isBlank()) {
            notes.add(PRODUCER_IS_A_NAME);
        }
    }
}
