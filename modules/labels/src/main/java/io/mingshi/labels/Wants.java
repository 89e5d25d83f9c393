package io.mingshi.labels;

/// What the rules want, for each code about the metadata label.
final class Wants {
    private Wants() {}

    static String of(Finding.Code code) {
        return switch (code) {
            case LABEL_READ -> "the place that the TC260 guide for this format names";
            case ALTERNATIVE_PLACE -> "the guide for images allows this place beside XMP";
            case MISPLACED -> "the guides name another place: XMP in pictures, an AIGC chunk in WAV";
            case MORE_THAN_ONE -> "GB 45438 6.1 c) wants exactly one metadata label in a file";
            case METADATA_MISSING -> "GB 45438 6.1 wants the label in the file metadata";
            case MALFORMED_JSON -> "annex E wants a JSON object; this text could not be read as one";
            case DOUBLE_ENCODED -> "annex E wants the object itself, not a string that holds it";
            case DUPLICATE_KEY -> "annex E wants each key once";
            case MISSING_KEY -> "annex E wants all seven keys";
            case UNKNOWN_KEY -> "annex E knows seven keys and no others";
            case WRONG_ORDER -> "annex E fixes the order of the keys";
            case NOT_A_STRING, NUMERIC_LABEL -> "annex E wants every value as a string";
            case LABEL_OUT_OF_RANGE -> "annex E c) wants Label to be \"1\", \"2\" or \"3\"";
            case PRODUCER_MISSING -> "a label that says \"1\" names the producer and its number for the content";
            case INVALID_PROVIDER_CODE -> "TC260-PG-20252A wants a registration number with a right check character";
            case WRAPPED -> "the object stands inside an AIGC member, which readers accept";
            case PRODUCER_IS_A_NAME -> "annex E d) allows a name; a code can be checked, a name cannot";
            case UNUSUAL_CHARACTER -> "annex E j) wants mainly printable ASCII without space and backslash";
            case EXPLICIT_FOUND, EXPLICIT_NOT_FOUND, EXPLICIT_NOT_CHECKED ->
                "clause 5 wants a label that people perceive";
            case DAMAGED, UNREAD, UNKNOWN_FORMAT, TOO_LARGE -> "a file that can be read to its end";
        };
    }
}
