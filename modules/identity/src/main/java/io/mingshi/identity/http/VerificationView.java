package io.mingshi.identity.http;

import io.mingshi.contracts.identity.Assurance;
import java.time.Instant;

record VerificationView(Assurance assurance, Instant verifiedAt) {}
