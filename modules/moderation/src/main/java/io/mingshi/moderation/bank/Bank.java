package io.mingshi.moderation.bank;

import static io.mingshi.moderation.ModerationProblem.BANK_UNUSABLE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.Sha256;
import io.mingshi.moderation.Categories;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// A bank of questions as it was imported; it is never changed, so that its hash names what was asked.
public record Bank(
        String id,
        String name,
        Purpose purpose,
        List<Question> questions,
        String hash,
        PersonId importedBy,
        Instant importedAt) {
    /// In questions; what is larger is imported in parts.
    public static final int LARGEST = 20_000;

    private static final int LONGEST_QUESTION = 2000;
    private static final Pattern ASPECT = Pattern.compile("[a-z-]{1,32}");

    public Bank {
        questions = List.copyOf(questions);
    }

    /// @throws io.mingshi.contracts.ProblemException `BANK_UNUSABLE`, `CATEGORY_UNKNOWN`
    public static List<Question> checked(Purpose purpose, List<Question> questions) {
        if (questions.isEmpty() || questions.size() > LARGEST) {
            throw BANK_UNUSABLE.with("a bank has 1 to " + LARGEST + " questions, not " + questions.size());
        }
        var texts = new HashSet<String>();
        for (Question question : questions) {
            if (question.text().isBlank() || question.text().length() > LONGEST_QUESTION) {
                throw BANK_UNUSABLE.with("a question has 1 to " + LONGEST_QUESTION + " characters");
            }
            if (!texts.add(question.text())) {
                throw BANK_UNUSABLE.with("the question " + question.text() + " is in the bank twice");
            }
            if (purpose != Purpose.SHOULD_ANSWER) {
                Categories.checked(question.kind());
            } else if (!ASPECT.matcher(question.kind()).matches()) {
                throw BANK_UNUSABLE.with("an aspect is written in small Latin letters, such as history");
            }
        }
        return questions;
    }

    /// SHA-256 over one line per question, `kind <tab> text <line feed>`, in the order of the bank.
    public static String hashOf(List<Question> questions) {
        var lines = new StringBuilder();
        questions.forEach(question -> lines.append(question.kind())
                .append('\t')
                .append(question.text())
                .append('\n'));
        return Sha256.of(lines.toString());
    }
}
