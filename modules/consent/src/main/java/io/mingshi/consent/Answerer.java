package io.mingshi.consent;

import io.mingshi.contracts.PersonId;
import org.jspecify.annotations.Nullable;

/// Who answers, after everything by which that was proven.
///
/// @param guardian null unless the depicted person is a child under 14
/// @param proof how, in words for the evidence; it names nobody
public record Answerer(PersonId depicted, @Nullable Guardian guardian, String proof) {}
