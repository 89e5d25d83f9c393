package io.mingshi.records.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.records.RetentionClass;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// One line of the erasure ledger. It names a person only by the SHA-256 of the pseudonym.
public sealed interface LedgerEntry {
    /// The keys to what was received in one class and month (UTC) were destroyed.
    ///
    /// @param person whose; `*` when of everybody
    record Destroyed(String person, RetentionClass retentionClass, YearMonth month) implements LedgerEntry {
        /// Instead of a person.
        public static final String EVERYBODY = "*";
    }

    /// A person asked to be erased.
    ///
    /// @param through the last month that it reaches
    record Asked(String person, YearMonth through, Instant at) implements LedgerEntry {}

    /// @throws IllegalArgumentException when the text is no entry
    static LedgerEntry parse(String line) {
        try {
            JsonNode json = Lines.JSON.readTree(line);
            String kind = json.path("kind").asText();
            return switch (kind) {
                case "DESTROYED" ->
                    new Destroyed(
                            person(json),
                            RetentionClass.valueOf(json.path("class").asText()),
                            YearMonth.parse(json.path("month").asText()));
                case "ASKED" ->
                    new Asked(
                            person(json),
                            YearMonth.parse(json.path("through").asText()),
                            Instant.parse(json.path("at").asText()));
                default -> throw new IllegalArgumentException("there are no entries of the kind " + kind);
            };
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("this is no entry of an erasure ledger", e);
        }
    }

    private static String person(JsonNode json) {
        String person = json.path("person").asText();
        if (!Lines.PERSON.matcher(person).matches()) {
            throw new IllegalArgumentException("the person is no SHA-256 in hex");
        }
        return person;
    }

    /// What the lines are read with.
    final class Lines {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Pattern PERSON = Pattern.compile("\\*|[0-9a-f]{64}");

        private Lines() {}
    }
}
