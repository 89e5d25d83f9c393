package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.ANOTHER_IDENTITY;
import static io.mingshi.identity.IdentityProblem.ERASED;
import static io.mingshi.identity.IdentityProblem.HELD;

import io.mingshi.identity.Claim.Fact;
import org.jspecify.annotations.Nullable;

/// An account is proven to be one person, and stays theirs.
final class SamePerson {
    private SamePerson() {}

    /// @throws io.mingshi.contracts.ProblemException `ERASED`, `ANOTHER_IDENTITY` or `HELD`
    static void check(Identity known, Claim claim) {
        switch (known) {
            case Identity.Unproven _ -> {}
            case Identity.Erased _, Identity.StorageOnly _ ->
                throw ERASED.with("the data of this account was erased for good: use a new account");
            case Identity.Proven proven -> {
                if (isAnother(proven, claim.fact())) {
                    throw ANOTHER_IDENTITY.with("this account is already proven to be somebody, and this cannot be"
                            + " told to be the same: erase your identity data or use another account");
                }
                notHeld(proven.hold(), claim.method());
            }
        }
    }

    /// Whoever uses an account that is not theirs may know its numbers: only what is held ends the suspicion.
    private static void notHeld(@Nullable Hold hold, Method method) {
        if (hold == null) {
            return;
        }
        switch (hold.cause()) {
            case REVOKED ->
                throw HELD.with("the verification of this account was revoked: ask the complaints office for a review");
            case TAKEOVER_SUSPECTED -> {
                if (!method.provesPossession()) {
                    throw HELD.with("somebody else may be using this account: verify with the method MOBILE or"
                            + " NATIONAL_IDENTITY, or ask the complaints office for a review");
                }
            }
        }
    }

    /// What cannot be taken back is for the person alone: neither a copy nor an erasure while somebody else may
    /// be using the account.
    ///
    /// @throws io.mingshi.contracts.ProblemException `HELD`
    static void notTakenOver(Identity known) {
        if (known instanceof Identity.Proven proven && proven.isTakenOver()) {
            throw HELD.with("verify with MOBILE or NATIONAL_IDENTITY first");
        }
    }

    private static boolean isAnother(Identity.Proven proven, Fact fact) {
        return switch (fact) {
            case Fact.Document document -> isAnotherNumber(proven, document.person());
            case Fact.Carrier carrier -> isAnotherNumber(proven, carrier.person());
            case Fact.Company company ->
                proven.organization() != null
                        && !proven.organization()
                                .creditCode()
                                .equals(company.organization().creditCode());
            // whom the credential stands for is known only after the service answered
            case Fact.National _ -> proven.subject() instanceof Subject.Named;
        };
    }

    private static boolean isAnotherNumber(Identity.Proven proven, PersonalData person) {
        return !proven.data()
                .map(PersonalData::number)
                .filter(person.number()::equals)
                .isPresent();
    }
}
