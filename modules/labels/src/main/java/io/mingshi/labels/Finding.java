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
        /// The signature over the AIGC object (TC260-PG-202511A).
        SECURITY_DATA,
        /// The number hidden in the content itself.
        WATERMARK,
        /// The C2PA manifest.
        C2PA,
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
        /// Several labels that do not say the same: to keep one would take away the others.
        LABELS_DIFFER(Weight.FAULT),
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
        /// The signature over the label verifies, by a key that travels in the file: the label was not changed since.
        SECURITY_DATA_INTACT(Weight.NOTE),
        /// The same, by a key that the reader knows to be the producer's.
        SECURITY_DATA_TRUSTED(Weight.NOTE),
        /// A form or algorithm that is not known here, so that nothing follows.
        SECURITY_DATA_UNKNOWN(Weight.NOTE),
        /// The signature does not fit the label, or the content is not what the signed hash says.
        SECURITY_DATA_BROKEN(Weight.FAULT),
        /// Signed by another key than the one the reader knows for this producer.
        SECURITY_DATA_FOREIGN_KEY(Weight.FAULT),
        WATERMARK_FOUND(Weight.NOTE),
        WATERMARK_NOT_FOUND(Weight.NOTE),
        WATERMARK_NOT_CHECKED(Weight.NOTE),
        /// The manifest is intact and its signer is in the reader's list of trust.
        C2PA_TRUSTED(Weight.NOTE),
        /// The manifest is intact; its signer is not in the list of trust.
        C2PA_INTACT(Weight.NOTE),
        /// The intact manifest says that an algorithm made the content, or a part of it.
        C2PA_SAYS_SYNTHETIC(Weight.NOTE),
        C2PA_UNREAD(Weight.NOTE),
        /// The manifest does not fit the file, or its signature is wrong.
        C2PA_BROKEN(Weight.FAULT),
        /// The content carries our watermark and the metadata label is gone.
        LABEL_REMOVED(Weight.FAULT),
        /// Two layers name different works: one was taken from another file.
        LAYERS_DISAGREE(Weight.FAULT),
        /// A work that is known here, without the label it was given.
        KNOWN_WORK_UNLABELLED(Weight.FAULT),
        /// The label claims to be of a provider that has no work of this number.
        UNKNOWN_WORK(Weight.FAULT),
        DAMAGED(Weight.DOUBT),
        UNREAD(Weight.DOUBT),
        UNKNOWN_FORMAT(Weight.DOUBT);

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
