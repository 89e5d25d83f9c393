package io.mingshi.gateway.http;

import io.mingshi.gateway.key.Quota.Amount;
import io.mingshi.gateway.key.QuotaLedger.Taken;
import io.mingshi.gateway.key.RequestQuota;
import io.mingshi.gateway.key.Window;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Says how much is left, in the headers that OpenAI's libraries know; of several quotas, of the scarcest.
@Provider
class QuotaHeaders implements ContainerResponseFilter {
    private final RequestQuota quota;
    private final Clock clock;

    QuotaHeaders(RequestQuota quota, Clock clock) {
        this.quota = quota;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        quota.exhausted().ifPresent(window -> headers.putSingle("Retry-After", seconds(window)));
        tell(headers, "requests", window -> window.quota().requests(), Amount::requests);
        tell(headers, "tokens", window -> window.quota().tokens(), Amount::tokens);
    }

    private void tell(
            MultivaluedMap<String, Object> headers,
            String what,
            Function<Window, @Nullable Long> limit,
            ToLongFunction<Amount> amount) {
        quota.windows().stream()
                .filter(taken -> limit.apply(taken.window()) != null)
                .min(Comparator.comparingLong(taken -> left(taken, limit, amount)))
                .ifPresent(scarcest -> {
                    headers.putSingle("x-ratelimit-limit-" + what, limit.apply(scarcest.window()));
                    headers.putSingle("x-ratelimit-remaining-" + what, left(scarcest, limit, amount));
                    headers.putSingle("x-ratelimit-reset-" + what, seconds(scarcest.window()) + "s");
                });
    }

    private static long left(Taken taken, Function<Window, @Nullable Long> limit, ToLongFunction<Amount> amount) {
        Long most = limit.apply(taken.window());
        return most == null ? Long.MAX_VALUE : Math.max(0, most - amount.applyAsLong(taken.amount()));
    }

    /// Until the window is renewed.
    private long seconds(Window window) {
        var renewed = window.period().renewed(window.begins()).atStartOfDay(clock.getZone());
        return Math.max(1, Duration.between(clock.instant(), renewed).toSeconds());
    }
}
