package io.mingshi.gateway.key;

import io.mingshi.gateway.key.QuotaLedger.Taken;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The key that the current request is made with, and what is left of its quotas.
@RequestScoped
public class RequestQuota {
    private @Nullable ApiKey key;
    private List<Taken> windows = List.of();
    private @Nullable Window exhausted;

    void use(ApiKey used) {
        key = used;
    }

    void took(List<Taken> from) {
        windows = List.copyOf(from);
    }

    void exhausted(Window window) {
        exhausted = window;
    }

    /// Empty for a login.
    public Optional<ApiKey> key() {
        return Optional.ofNullable(key);
    }

    /// What was taken for this request; empty while nothing was, or nothing limits it.
    public List<Taken> windows() {
        return windows;
    }

    /// What did not suffice for this request.
    public Optional<Window> exhausted() {
        return Optional.ofNullable(exhausted);
    }
}
