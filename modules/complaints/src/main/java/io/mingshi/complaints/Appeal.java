package io.mingshi.complaints;

import io.mingshi.contracts.PersonId;

/// What makes a ticket an appeal.
///
/// @param statement the number of the statement of reasons that is appealed against
/// @param person whom the decision concerns, and who appeals
/// @param decidedBy who took the decision, and so does not decide on the appeal
public record Appeal(String statement, PersonId person, PersonId decidedBy) {}
