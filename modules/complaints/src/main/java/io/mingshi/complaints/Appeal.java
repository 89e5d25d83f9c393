package io.mingshi.complaints;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// What makes a ticket an appeal.
///
/// @param statement the number of the statement of reasons that is appealed against
/// @param person whom the decision concerns, and who appeals
/// @param decidedBy who took the decision, and so does not decide on the appeal
/// @param second who took the decision together with the first; null where nobody did
public record Appeal(
        String statement,
        PersonId person,
        PersonId decidedBy,
        @Nullable PersonId second) {
    /// Whether this person took the decision, or is the one whom it concerns.
    boolean concerns(PersonId officer) {
        return officer.equals(decidedBy) || officer.equals(second) || officer.equals(person);
    }
}
