package io.mingshi.consent.visit;

import io.mingshi.consent.Consent;
import io.mingshi.contracts.identity.VisitorChecks;
import io.mingshi.contracts.identity.VisitorDoor;
import io.mingshi.contracts.identity.VisitorMobile;
import io.mingshi.contracts.identity.VisitorTicket;
import jakarta.enterprise.context.ApplicationScoped;

/// Sends what a visitor needs to show that they hold something, and do not only know what others may know too.
///
/// The answer is the same, and takes the same time, whatever number is given; what is sent counts for this
/// link alone.
@ApplicationScoped
public class PrepareVisit {
    private final LinkSteps steps;
    private final VisitorChecks checks;

    PrepareVisit(LinkSteps steps, VisitorChecks checks) {
        this.steps = steps;
        this.checks = checks;
    }

    /// @param address where the request came from
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `LAPSED`, `CLAIM_WRONG` or
    ///     `TOO_MANY_TRIES`
    public VisitorTicket sendCode(String token, String mobile, String address) {
        return given(checks.sendCode(new VisitorMobile(mobile, door(steps.asked(token), address))));
    }

    /// What the national network identity service binds its credential to.
    ///
    /// @param address where the request came from
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_INVITATION`, `LAPSED` or `TOO_MANY_TRIES`
    public VisitorTicket challenge(String token, String address) {
        return given(checks.challenge(door(steps.asked(token), address)));
    }

    /// Whoever comes to a consent that is in force can take it back, which is paid from a purse of its own.
    /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    static VisitorDoor door(Consent consent, String address) {
        return new VisitorDoor(consent.terms().id().value(), address, consent instanceof Consent.Active);
    }

    private static VisitorTicket given(VisitorTicket ticket) {
        var refusal = ticket.refusal();
        if (refusal != null) {
            throw Refusal.of(refusal);
        }
        return ticket;
    }
}
