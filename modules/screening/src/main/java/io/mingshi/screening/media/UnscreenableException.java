package io.mingshi.screening.media;

import org.jspecify.annotations.Nullable;

/// A check could not be made, so there is no verdict and nothing may be delivered.
public final class UnscreenableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    /// Whose fault it is.
    public enum Fault {
        /// The file is damaged, too large or of a format that is not decoded: it will be so again.
        CONTENT,
        /// A check failed or took too long: it may work later.
        CHECK
    }

    /// @param sentence what is wrong and what to do
    UnscreenableException(Fault fault, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.fault = fault;
    }

    static UnscreenableException content(String sentence, @Nullable Throwable cause) {
        return new UnscreenableException(Fault.CONTENT, sentence, cause);
    }

    static UnscreenableException check(String sentence, @Nullable Throwable cause) {
        return new UnscreenableException(Fault.CHECK, sentence, cause);
    }

    public Fault fault() {
        return fault;
    }
}
