package io.mingshi.consent.visit;

import io.mingshi.consent.DeclaredPerson;
import io.mingshi.consent.Terms;
import io.mingshi.servicekit.id.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Lets somebody in through a link once their identity is proven.
///
/// The link then belongs to that person: nobody else gets in with it. Any state but a lapsed one lets in, since the
/// person comes back to the same page to withdraw. [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@ApplicationScoped
public class OpenVisit {
    /// How often somebody may try to prove an identity through one link within [#TRIES_FORGOTTEN]. Policies of ours: a
    /// requester who knows the link must not be able to keep the depicted person from withdrawing.
    static final int MOST_TRIES = 10;

    static final Duration TRIES_FORGOTTEN = Duration.ofHours(1);

    /// How long a page stays open. A policy of ours.
    public static final Duration OPEN = Duration.ofHours(1);

    private final ProveVisitor proving;
    private final LinkSteps steps;

    OpenVisit(ProveVisitor proving, LinkSteps steps) {
        this.proving = proving;
        this.steps = steps;
    }

    /// @param secret what the page shows with each further step; it is told this once
    public record Opened(Visit visit, String secret) {}

    /// @param child whom the visitor is guardian of; null when the visitor is depicted
    /// @param address where the request came from
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `LAPSED`, `TOO_MANY_TRIES`,
    ///     `IDENTITY_NOT_PROVEN`, `OWN_INVITATION`, `GUARDIAN_NEEDED`, `CHILD_EXPECTED`, `NAMED_OTHERWISE` or
    ///     `LINK_BOUND`
    public Opened open(String token, IdentityClaim visitor, @Nullable IdentityClaim child, String address) {
        Terms terms = steps.begin(token);
        Visitor proven = proving.prove(visitor, child, terms.requester(), address);
        String name = (child == null ? visitor : child).name();
        return steps.open(terms, proven, DeclaredPerson.spelling(name), Secrets.next());
    }
}
