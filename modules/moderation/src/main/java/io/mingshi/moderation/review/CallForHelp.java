package io.mingshi.moderation.review;

import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.contracts.identity.EmergencyContacts;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Shows the officer who works on a hand-over whom to call; nobody else, and never without a trace.
///
/// Interim Measures on anthropomorphic interaction services, order 21 of 2026, art. 13.
@ApplicationScoped
public class CallForHelp {
    private final WorkOnReviews work;
    private final EmergencyContacts contacts;
    private final ModerationFacts facts;

    CallForHelp(WorkOnReviews work, EmergencyContacts contacts, ModerationFacts facts) {
        this.work = work;
        this.contacts = contacts;
        this.facts = facts;
    }

    /// No transaction is open while the question is asked; the look is committed before the answer leaves.
    ///
    /// @throws io.mingshi.contracts.ProblemException `REVIEW_NOT_CLAIMED`, `NOT_URGENT`
    public List<EmergencyContact> contacts(String number, Caller officer) {
        var person = work.urgent(number, officer).opened().person();
        List<EmergencyContact> known = contacts.of(person, number, officer.person());
        QuarkusTransaction.requiringNew().run(() -> {
            work.show(number, known.size(), officer);
            facts.read(officer, Role.OFFICER, "emergency-contacts", number);
        });
        return known;
    }
}
