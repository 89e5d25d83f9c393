package io.mingshi.moderation;

import io.mingshi.contracts.moderation.ShadowLibrary;

/// Knows which candidate is tried on live texts; takes part in the current transaction.
public interface Shadows {
    ShadowLibrary current();
}
