package io.mingshi.moderation.sanction;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Shows sanctions to the person concerned and to staff, whose look is recorded.
@ApplicationScoped
@Transactional
public class ReadSanctions {
    private static final int MOST_LISTED = 200;

    private final SanctionLedger sanctions;
    private final ModerationFacts facts;

    ReadSanctions(SanctionLedger sanctions, ModerationFacts facts) {
        this.sanctions = sanctions;
        this.facts = facts;
    }

    /// The latest against this person.
    public List<Sanction> own(PersonId person) {
        return sanctions.of(person, MOST_LISTED);
    }

    /// The latest against somebody else.
    public List<Sanction> of(Caller reader, Role privilege, PersonId person) {
        facts.read(reader, privilege, "sanctions", person.value());
        return sanctions.of(person, MOST_LISTED);
    }
}
