package io.mingshi.gateway.key;

import static io.mingshi.gateway.GatewayProblem.KEY_OUT_OF_SCOPE;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.Capability;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An API key as its owner sees it again: without the key itself.
///
/// @param person who answers for it: its owner, or the authorised representative of the organisation that owns it
/// @param ending the last four characters, to tell keys apart
/// @param revokedAt null while it is valid
/// @param previousUntil until when the secret before the last rotation is accepted; null when there was none
public record ApiKey(
        String id,
        PersonId person,
        Terms terms,
        String ending,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant previousUntil) {

    /// What it may be used for.
    ///
    /// @param organization whether it belongs to the organisation that the person represents
    /// @param models empty for all
    /// @param capabilities empty for all
    /// @param expiresAt null when it does not expire by itself
    public record Terms(
            String name,
            boolean organization,
            Set<String> models,
            Set<Capability> capabilities,
            @Nullable Instant expiresAt,
            Quota day,
            Quota month) {
        public Terms {
            models = Set.copyOf(models);
            capabilities = Set.copyOf(capabilities);
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE`
    void requireFor(Capability capability) {
        if (!terms.capabilities().isEmpty() && !terms.capabilities().contains(capability)) {
            throw KEY_OUT_OF_SCOPE.with("this API key is not for " + capability + ": use another key");
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `KEY_OUT_OF_SCOPE`
    void requireFor(ModelId model) {
        if (!isFor(model)) {
            throw KEY_OUT_OF_SCOPE.with("this API key is not for the model " + model + ": use another key");
        }
    }

    boolean isFor(ModelId model) {
        return terms.models().isEmpty() || terms.models().contains(model.value());
    }

    public String name() {
        return terms.name();
    }

    boolean expired(Instant now) {
        return terms.expiresAt() != null && !now.isBefore(terms.expiresAt());
    }
}
