package io.mingshi.records.search;

import static io.mingshi.records.RecordsProblem.INVALID_SEARCH;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/// What somebody has in hand and wants to know the records of.
public sealed interface Criterion {
    /// Short names under which the look-up itself is recorded.
    String what();

    /// The thing that was asked for, as the look-up itself is recorded.
    String target();

    /// SHA-256 of a file, exactly as it was delivered.
    record ContentHash(String sha256) implements Criterion {
        private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

        public ContentHash {
            sha256 = matching(HEX, sha256, "contentHash is a SHA-256: 64 hexadecimal digits");
        }

        @Override
        public String what() {
            return "by-content-hash";
        }

        @Override
        public String target() {
            return sha256;
        }
    }

    /// The number that was found hidden in a file.
    record Watermark(String number) implements Criterion {
        private static final Pattern HEX = Pattern.compile("[0-9a-f]{16}");

        public Watermark {
            number = matching(HEX, number, "watermark is a number of 16 hexadecimal digits");
        }

        @Override
        public String what() {
            return "by-watermark";
        }

        @Override
        public String target() {
            return number;
        }
    }

    /// What a picture looks like: its PDQ hash.
    record Fingerprint(String pdq) implements Criterion {
        private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

        public Fingerprint {
            pdq = matching(HEX, pdq, "fingerprint is the PDQ hash of a picture: 64 hexadecimal digits");
        }

        @Override
        public String what() {
            return "by-fingerprint";
        }

        @Override
        public String target() {
            return pdq;
        }
    }

    /// The number of a complaint.
    record Ticket(String number) implements Criterion {
        private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

        public Ticket {
            if (!NUMBER.matcher(number).matches()) {
                throw INVALID_SEARCH.with("ticket is the number of a complaint: up to 64 of A-Z a-z 0-9 _ . -");
            }
        }

        @Override
        public String what() {
            return "by-ticket";
        }

        @Override
        public String target() {
            return number;
        }
    }

    /// When it happened.
    ///
    /// @param from the first instant
    /// @param to the first instant after it
    record Time(Instant from, Instant to) implements Criterion {
        public Time {
            if (!from.isBefore(to)) {
                throw INVALID_SEARCH.with("from must be before to");
            }
        }

        @Override
        public String what() {
            return "by-time";
        }

        @Override
        public String target() {
            return from + "/" + to;
        }
    }

    private static String matching(Pattern pattern, String value, String sentence) {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        if (!pattern.matcher(lower).matches()) {
            throw INVALID_SEARCH.with(sentence);
        }
        return lower;
    }
}
