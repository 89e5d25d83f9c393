package io.mingshi.labels;

/// What the rules want, for each code about the metadata label.
final class Wants {
    private Wants() {}

    /// What clause 5 wants people to perceive of a file of this type.
    static String explicit(MediaType type) {
        return switch (type.kind()) {
            case TEXT, DOCUMENT ->
                "GB 45438 5.1 wants a notice at the start, at the end or at a suitable place between";
            case IMAGE -> "GB 45438 5.2 wants text of at least 5 % of the shortest side at an edge or corner";
            case AUDIO -> "GB 45438 5.3 wants the rhythm short-long, short-short or a spoken notice";
            case VIDEO ->
                "GB 45438 5.4 wants text of at least 5 % of the shortest side from the opening frame on for 2 seconds";
        };
    }

    static String of(Finding.Code code) {
        return switch (code) {
            case LABEL_READ -> "the place that the TC260 guide for this format names";
            case ALTERNATIVE_PLACE -> "the guide for images allows this place beside XMP";
            case MISPLACED -> "the guides name another place: the metadata place of the format";
            case MORE_THAN_ONE -> "GB 45438 6.1 c) wants exactly one metadata label in a file";
            case LABELS_DIFFER -> "Labeling Measures art. 10: nobody may remove a label, so that none is chosen here";
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
            case SECURITY_DATA_INTACT, SECURITY_DATA_TRUSTED, SECURITY_DATA_UNKNOWN, SECURITY_DATA_FOREIGN_KEY ->
                "TC260-PG-202511A lets a producer sign its label; who signed is known only by a key that was agreed before";
            case SECURITY_DATA_BROKEN -> "TC260-PG-202511A wants a signature over the label as it stands here";
            case WATERMARK_FOUND, WATERMARK_NOT_FOUND, WATERMARK_NOT_CHECKED ->
                "Labeling Measures art. 5 encourages a watermark; it never stands in for the metadata label";
            case C2PA_TRUSTED, C2PA_INTACT, C2PA_SAYS_SYNTHETIC, C2PA_UNREAD -> "no rule asks for a C2PA manifest";
            case C2PA_BROKEN -> "C2PA wants a manifest that fits the file it is in";
            case LABEL_REMOVED, KNOWN_WORK_UNLABELLED -> "Labeling Measures art. 10: nobody may remove a label";
            case LAYERS_DISAGREE, UNKNOWN_WORK -> "Labeling Measures art. 10: nobody may forge a label";
            case DAMAGED, UNREAD, UNKNOWN_FORMAT -> "a file that can be read to its end";
        };
    }
}
