package io.mingshi.identity.authority;

import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Method;
import java.util.Set;

/// Speaks one authority's protocol.
interface Adapter {
    /// What configuration calls it.
    String name();

    /// What it can be asked.
    Set<Method> methods();

    /// Whether the authority recognises a repeated question by its key and charges it once.
    boolean repeatable();

    /// @throws io.mingshi.identity.wire.Unanswered when no usable answer came
    Answer ask(Claim claim, String idempotencyKey);
}
