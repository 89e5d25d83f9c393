package io.mingshi.consent.visit;

import io.mingshi.consent.Consent;
import io.mingshi.consent.DepictionPolicy;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.identity.Comparisons;
import io.mingshi.contracts.identity.Likeness;
import io.mingshi.contracts.identity.NameSpelling;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets somebody in through a link once their identity is proven.
///
/// The link then belongs to that person: nobody else gets in with it. Any state but a lapsed one lets in, since
/// the person comes back to the same page to withdraw.
/// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class OpenVisit {
    /// How long a page stays open. A policy of ours.
    public static final Duration OPEN = Duration.ofHours(1);

    /// How long the page of a person without a mobile number stays open after an officer looked. A policy of
    /// ours.
    public static final Duration OPEN_AFTER_OFFICER = Duration.ofDays(3);

    private final ProveVisitor proving;
    private final DepictionPolicy policy;
    private final LinkSteps steps;
    private final Comparisons comparisons;

    OpenVisit(ProveVisitor proving, DepictionPolicy policy, LinkSteps steps, Comparisons comparisons) {
        this.proving = proving;
        this.policy = policy;
        this.steps = steps;
        this.comparisons = comparisons;
    }

    /// @param secret what the page shows with each further step; it is told this once
    public record Opened(Visit visit, String secret) {}

    /// @param child whom the visitor is guardian of; null when the visitor is depicted
    /// @param address where the request came from
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `LAPSED`, `CLAIM_WRONG`,
    ///     `TOO_MANY_TRIES`, `IDENTITY_NOT_PROVEN`, `OWN_INVITATION`, `GUARDIAN_NEEDED`, `CHILD_EXPECTED`,
    ///     `PUBLIC_FIGURE`, `NAMED_OTHERWISE`, `LINK_BOUND` or `PAGE_IN_USE`
    public Opened open(String token, IdentityClaim visitor, IdentityClaim.@Nullable Document child, String address) {
        Consent asked = steps.asked(token);
        Terms terms = asked.terms();
        Visitor proven = proving.prove(asked, visitor, child, address);
        String told = child == null ? visitor.name() : child.name();
        String name = told == null ? null : NameSpelling.of(told);
        if (name != null) {
            policy.admitProven(terms.id(), name);
        }
        return steps.open(terms, asWhoConsented(terms, proven), name, Secrets.next());
    }

    /// Whoever consented with an account that is at rest now comes through the link to withdraw.
    private Visitor asWhoConsented(Terms terms, Visitor proven) {
        return steps.consentedAsAnother(terms, proven.depicted())
                .filter(account -> comparisons.compare(account, proven.depicted()) == Likeness.SAME)
                .map(proven::as)
                .orElse(proven);
    }
}
