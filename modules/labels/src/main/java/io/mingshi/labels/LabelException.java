package io.mingshi.labels;

import org.jspecify.annotations.Nullable;

/// A label was not written or not read, with the reason as a code and one sentence.
public final class LabelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String sentence;

    /// What can go wrong.
    public enum Code {
        /// The provider code breaks the rules of TC260-PG-20252A.
        INVALID_PROVIDER_CODE,
        /// The AIGC object breaks annex E of GB 45438-2025.
        INVALID_LABEL,
        /// The format, or a form of it, cannot be labelled here.
        UNSUPPORTED,
        /// The content is not what its type says, or is damaged.
        MALFORMED,
        /// The content exceeds a limit of this engine.
        TOO_LARGE,
        /// The file is encrypted; what it holds cannot be labelled without its key.
        ENCRYPTED,
        /// The file is signed; any change would break the signature.
        SIGNED,
        /// A program or library that this format needs is missing.
        TOOL_MISSING,
        /// A program that decodes or encodes failed, or exceeded its limits.
        TOOL_FAILED,
        /// The picture or sound is too small, or too empty, to carry a watermark that can be found again.
        NO_ROOM_FOR_WATERMARK,
        /// A label that people can perceive does not fit.
        ILLEGIBLE,
        /// The labelled content did not show its labels when read again; it must not be delivered.
        READ_BACK_FAILED;

        /// The exception for this code, for use inside the library.
        ///
        /// @param sentence what is wrong and what to do, for the person who gave the file
        public LabelException with(String sentence) {
            return new LabelException(this, sentence, null);
        }

        /// The same, with its cause.
        public LabelException with(String sentence, Throwable cause) {
            return new LabelException(this, sentence, cause);
        }
    }

    private LabelException(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
        this.sentence = sentence;
    }

    /// What is wrong and what to do, for the person who gave the file.
    public String sentence() {
        return sentence;
    }

    /// The kind of failure.
    public Code code() {
        return code;
    }
}
