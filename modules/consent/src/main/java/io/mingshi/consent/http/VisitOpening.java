package io.mingshi.consent.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.consent.visit.IdentityClaim;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a visitor sends to be let in; whatever lacks a field is refused before anybody is asked, and is not
/// counted.
///
/// @param method `MOBILE`, `NATIONAL_IDENTITY` or `ID_DOCUMENT`
/// @param child whom the visitor is guardian of; null when the visitor is depicted
record VisitOpening(
        @Nullable String method,
        @Nullable String name,
        @Nullable String number,
        @Nullable String birthDate,
        @Nullable String mobile,
        @Nullable String code,
        @Nullable String credential,
        @Nullable String challenge,
        @Nullable Child child) {
    private static final int MAX_CHARACTERS = 100;
    private static final int MAX_CREDENTIAL = 4096;

    record Child(
            @Nullable String name,
            @Nullable String number,
            @Nullable String birthDate) {
        IdentityClaim.Document claim() {
            bounded(MAX_CHARACTERS, name, number, birthDate);
            return new IdentityClaim.Document(given("child.name", name), given("child.number", number), birthDate);
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Child[hidden]";
        }
    }

    IdentityClaim ofVisitor() {
        bounded(MAX_CHARACTERS, method, name, number, birthDate, mobile, code, challenge);
        bounded(MAX_CREDENTIAL, credential);
        return switch (method == null ? "ID_DOCUMENT" : method) {
            case "MOBILE" -> new IdentityClaim.Mobile(document(), given("mobile", mobile), given("code", code));
            case "NATIONAL_IDENTITY" ->
                new IdentityClaim.National(given("credential", credential), given("challenge", challenge));
            case "ID_DOCUMENT" -> document();
            default -> throw MALFORMED_REQUEST.with("the method is MOBILE, NATIONAL_IDENTITY or ID_DOCUMENT");
        };
    }

    IdentityClaim.@Nullable Document ofChild() {
        return child == null ? null : child.claim();
    }

    private IdentityClaim.Document document() {
        return new IdentityClaim.Document(given("name", name), given("number", number), birthDate);
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw MALFORMED_REQUEST.with("the field " + field + " is missing: this method needs it");
        }
        return value;
    }

    private static void bounded(int most, @Nullable String... fields) {
        if (Stream.of(fields).filter(Objects::nonNull).anyMatch(field -> field.length() > most)) {
            throw MALFORMED_REQUEST.with("a field has at most " + most + " characters");
        }
    }

    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitOpening[hidden]";
    }
}
