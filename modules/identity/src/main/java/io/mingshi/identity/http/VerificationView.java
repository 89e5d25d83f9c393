package io.mingshi.identity.http;

import io.mingshi.contracts.identity.Assurance;
import io.mingshi.contracts.identity.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

record VerificationView(Assurance assurance, @Nullable Instant verifiedAt) {
    static VerificationView of(Standing standing) {
        return new VerificationView(standing.assurance(), standing.verifiedAt());
    }
}
