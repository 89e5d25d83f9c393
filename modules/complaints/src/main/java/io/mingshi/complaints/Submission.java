package io.mingshi.complaints;

import static io.mingshi.complaints.ComplaintsProblem.FIELD_TOO_LONG;
import static io.mingshi.complaints.ComplaintsProblem.FILE_TOO_LARGE;
import static io.mingshi.complaints.ComplaintsProblem.REASON_NEEDED;
import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.ProduceId;
import java.util.Optional;

/// What a complainant gave; only the reason is needed.
public record Submission(
        Optional<byte[]> file,
        Optional<ProduceId> produceId,
        Optional<String> link,
        String reason,
        Optional<String> contact,
        ResultLimit limit) {
    /// The largest file that is accepted, in bytes.
    public static final int MAX_FILE = 32 << 20;

    /// The longest reason and the longest result, in characters.
    public static final int MAX_TEXT = 5_000;

    private static final int MAX_LINK = 2_000;
    private static final int MAX_CONTACT = 200;

    public Submission {
        reason = reason.strip();
        if (reason.isEmpty()) {
            throw REASON_NEEDED.with("say in the field reason what is wrong, in 1 to " + MAX_TEXT + " characters");
        }
        requireLength("reason", reason, MAX_TEXT);
        link.ifPresent(text -> requireLength("link", text, MAX_LINK));
        contact.ifPresent(text -> requireLength("contact", text, MAX_CONTACT));
        file.ifPresent(bytes -> requireSize(bytes.length));
    }

    /// @throws io.mingshi.contracts.ProblemException `FILE_TOO_LARGE`
    public static void requireSize(long bytes) {
        if (bytes > MAX_FILE) {
            throw FILE_TOO_LARGE.with("the file has " + bytes + " bytes and at most " + MAX_FILE
                    + " are accepted: give the ProduceID or a link instead");
        }
    }

    private static void requireLength(String field, String text, int max) {
        if (text.length() > max) {
            throw FIELD_TOO_LONG.with("the field " + field + " has " + text.length() + " characters and at most " + max
                    + " are accepted");
        }
        if (text.indexOf('\0') >= 0) {
            throw MALFORMED_REQUEST.with("the field " + field + " contains a NUL character: send plain text");
        }
    }
}
