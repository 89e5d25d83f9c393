package io.mingshi.evidencelog;

import org.jspecify.annotations.Nullable;

/// A log, a proof or a key was refused, with the reason as a code and one sentence.
public final class EvidenceLogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    /// What can go wrong.
    public enum Code {
        /// The bytes are not a note, checkpoint, key, proof, policy or request.
        MALFORMED,
        /// An entry, a note or another input exceeds a limit of this library.
        TOO_LARGE,
        /// No known key signed, or a known key's signature does not verify.
        UNTRUSTED,
        /// There is no log here, or no such entry or size in it.
        NOT_FOUND,
        /// The parts of the log do not fit one another: it was damaged or altered.
        DAMAGED,
        /// Another process writes this log.
        LOCKED,
        /// The store cannot keep what a log promises.
        UNSUITABLE,
        /// Another process took this log over; this one may write no more.
        FENCED,
        /// Writing failed earlier, so that what is on the disk is not known: close the log and open it again.
        FAILED,
        /// The log is closed.
        CLOSED;

        /// The exception for this code.
        ///
        /// @param sentence what is wrong and what to do
        public EvidenceLogException with(String sentence) {
            return new EvidenceLogException(this, sentence, null);
        }

        /// The same, with its cause.
        public EvidenceLogException with(String sentence, Throwable cause) {
            return new EvidenceLogException(this, sentence, cause);
        }
    }

    private EvidenceLogException(Code code, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    /// The kind of failure.
    public Code code() {
        return code;
    }
}
