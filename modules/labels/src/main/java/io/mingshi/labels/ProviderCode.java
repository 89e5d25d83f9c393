package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.INVALID_PROVIDER_CODE;

import java.util.regex.Pattern;

/// The 27-character code of the provider who offers the service to the public, composed by that provider from its
/// registration.
///
/// Layout: `00`, subject type (1 organisation, 2 individual), binding method (1), 18 characters of subject code,
/// then `00000` or a service type (1 generation, 2 distribution) with four characters of the provider's choice.
/// Source: TC260-PG-20252A. There is no default and no placeholder: an invented code would declare somebody else
/// as the producer.
///
/// @param value the 27 characters
public record ProviderCode(String value) {
    private static final int LENGTH = 27;
    private static final Pattern EXTENSION = Pattern.compile("00000|[12][0-9A-Z]{4}");

    public ProviderCode {
        if (value.length() != LENGTH) {
            throw refused("has " + value.length() + " characters; a provider code has 27");
        }
        if (!value.startsWith("00")) {
            throw refused("must start with 00, the format definition code");
        }
        char subject = value.charAt(2);
        if (subject != '1' && subject != '2') {
            throw refused("has the subject type " + subject + "; 1 is an organisation, 2 an individual");
        }
        if (value.charAt(3) != '1') {
            throw refused("has the binding method " + value.charAt(3) + "; only 1, a registration number, is defined");
        }
        String number = value.substring(4, 22);
        if (subject == '1' && !SubjectCode.isCreditCode(number)) {
            throw refused(
                    "holds at characters 5 to 22 no valid unified social credit code (GB 32100); check it for a typing error");
        }
        if (subject == '2' && !SubjectCode.isIdentityNumber(number)) {
            throw refused(
                    "holds at characters 5 to 22 no valid identity number (GB 11643); check it for a typing error");
        }
        if (!EXTENSION.matcher(value.substring(22)).matches()) {
            throw refused("must end with 00000 or with 1 or 2 and four of 0-9 A-Z");
        }
    }

    /// The code, or a [LabelException] that says what is wrong with it.
    public static ProviderCode of(String value) {
        return new ProviderCode(value);
    }

    /// Whether the text claims to be such a code, rightly or not: a producer may also be given by name.
    static boolean isClaimedBy(String text) {
        return text.length() == LENGTH && text.startsWith("00") && text.chars().allMatch(ProviderCode::isCodeCharacter);
    }

    static boolean isValid(String text) {
        try {
            return of(text).value().equals(text);
        } catch (LabelException refused) {
            return refused.code() != INVALID_PROVIDER_CODE;
        }
    }

    private static boolean isCodeCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    }

    /// The code itself is not repeated: that of an individual holds an identity number.
    private static LabelException refused(String reason) {
        return INVALID_PROVIDER_CODE.with("the provider code " + reason);
    }

    @Override
    public String toString() {
        return value;
    }
}
