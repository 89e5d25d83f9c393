package io.mingshi.gateway.key;

/// Who or what a quota is of, as it is written in the ledger.
public record Account(Kind kind, String id) {
    /// Whose quota it is.
    public enum Kind {
        KEY,
        PERSON,
        /// An organisation, under the pseudonym of its authorised representative.
        ORGANIZATION,
        UPSTREAM
    }

    @Override
    public String toString() {
        return kind + ":" + id;
    }
}
