package io.mingshi.consent.visit;

import org.jspecify.annotations.Nullable;

/// What somebody tells to prove who they are; it goes to `identity` and is not kept here.
public sealed interface IdentityClaim {
    /// In the words that `identity` uses.
    String method();

    /// What the visitor says to be called; null where the proof names nobody.
    @Nullable
    String name();

    /// @param birthDate of a document that does not tell it; null otherwise
    record Document(String name, String number, @Nullable String birthDate) implements IdentityClaim {
        @Override
        public String method() {
            return "ID_DOCUMENT";
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Document[hidden]";
        }
    }

    /// @param code that was sent to the mobile number through this link
    record Mobile(Document document, String mobile, String code) implements IdentityClaim {
        @Override
        public String method() {
            return "MOBILE";
        }

        @Override
        public String name() {
            return document.name();
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Mobile[hidden]";
        }
    }

    /// @param credential of the national network identity service, made for `challenge`
    record National(String credential, String challenge) implements IdentityClaim {
        @Override
        public String method() {
            return "NATIONAL_IDENTITY";
        }

        @Override
        public @Nullable String name() {
            return null;
        }

        /// Hides everything, so that a log line cannot show it.
        @Override
        public String toString() {
            return "National[hidden]";
        }
    }
}
