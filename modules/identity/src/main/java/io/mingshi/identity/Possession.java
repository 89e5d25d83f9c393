package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.FIELD_MISSING;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Claim.Representative;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That a person holds what a method is about: the mobile number, or the device with the national credential.
@ApplicationScoped
public class Possession {
    /// The target of the challenges that the national service binds its credentials to.
    public static final String NATIONAL = "national";

    private final OneTimeSecrets secrets;

    Possession(OneTimeSecrets secrets) {
        this.secrets = secrets;
    }

    /// The target of the codes that are sent to a mobile number.
    public static String mobile(String mobile) {
        return "mobile " + mobile;
    }

    /// @throws ProblemException `CODE_WRONG`, or `FIELD_MISSING`
    void check(PersonId person, Claim claim, @Nullable String code) {
        target(claim).ifPresent(target -> secrets.check(person, target, secret(claim, code)));
    }

    void consume(PersonId person, Claim claim) {
        target(claim).ifPresent(target -> secrets.consume(person, target));
    }

    private static Optional<String> target(Claim claim) {
        return switch (claim.fact()) {
            case Fact.Document _ -> Optional.empty();
            case Fact.Carrier carrier -> Optional.of(mobile(carrier.mobile()));
            case Fact.Company _, Fact.National _ -> proof(claim).map(_ -> NATIONAL);
        };
    }

    /// The credential in the claim, its own or that of who represents the organisation.
    private static Optional<Fact.National> proof(Claim claim) {
        return switch (claim.fact()) {
            case Fact.National national -> Optional.of(national);
            case Fact.Company company ->
                company.representative() instanceof Representative.Scoped scoped
                        ? Optional.of(scoped.proof())
                        : Optional.empty();
            case Fact.Document _, Fact.Carrier _ -> Optional.empty();
        };
    }

    private static String secret(Claim claim, @Nullable String code) {
        Optional<Fact.National> proof = proof(claim);
        if (proof.isPresent()) {
            return proof.get().challenge();
        }
        if (code == null || code.isBlank()) {
            throw FIELD_MISSING.with("the field code is missing: ask for one with POST /api/identity/mobile-codes");
        }
        return code.strip();
    }
}
