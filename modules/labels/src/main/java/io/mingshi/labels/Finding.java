package io.mingshi.labels;

/// One thing that verification saw.
///
/// @param layer which kind of label it is about
/// @param location where in the file
/// @param code what was seen
/// @param wants what the rule wants there, or what the reader could not do
public record Finding(Layer layer, String location, Code code, String wants) {

    /// The kinds of label, and the file around them.
    public enum Layer {
        /// What people perceive.
        EXPLICIT,
        /// The AIGC object in the metadata.
        METADATA,
        /// The file that carries them.
        CONTAINER
    }

    /// What a code does to the verdict.
    public enum Weight {
        /// For information.
        NOTE,
        /// Breaks the standard.
        FAULT,
        /// Something could not be read, so that no other verdict is safe.
        DOUBT
    }

    /// What can be seen.
    public enum Code {
        LABEL_READ(Weight.NOTE),
        ALTERNATIVE_PLACE(Weight.NOTE),
        MISPLACED(Weight.FAULT),
        MORE_THAN_ONE(Weight.FAULT),
        METADATA_MISSING(Weight.FAULT),
        MALFORMED_JSON(Weight.DOUBT),
        DOUBLE_ENCODED(Weight.FAULT),
        DUPLICATE_KEY(Weight.FAULT),
        MISSING_KEY(Weight.FAULT),
        UNKNOWN_KEY(Weight.FAULT),
        WRONG_ORDER(Weight.FAULT),
        NOT_A_STRING(Weight.FAULT),
        NUMERIC_LABEL(Weight.FAULT),
        LABEL_OUT_OF_RANGE(Weight.FAULT),
        PRODUCER_MISSING(Weight.FAULT),
        INVALID_PROVIDER_CODE(Weight.FAULT),
        WRAPPED(Weight.NOTE),
        PRODUCER_IS_A_NAME(Weight.NOTE),
        UNUSUAL_CHARACTER(Weight.NOTE),
        EXPLICIT_FOUND(Weight.NOTE),
        EXPLICIT_NOT_FOUND(Weight.NOTE),
        EXPLICIT_NOT_CHECKED(Weight.NOTE),
        DAMAGED(Weight.DOUBT),
        UNREAD(Weight.DOUBT),
        UNKNOWN_FORMAT(Weight.DOUBT),
        TOO_LARGE(Weight.DOUBT);

        private final Weight weight;

        Code(Weight weight) {
            this.weight = weight;
        }

        /// What this does to the verdict.
        public Weight weight() {
            return weight;
        }
    }
}
