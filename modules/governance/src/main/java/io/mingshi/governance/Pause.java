package io.mingshi.governance;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.governance.PauseScope;
import java.time.Instant;

/// A part of the service that is paused now.
public record Pause(PauseScope scope, String reason, PersonId by, Instant since) {}
