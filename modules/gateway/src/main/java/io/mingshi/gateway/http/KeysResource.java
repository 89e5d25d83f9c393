package io.mingshi.gateway.http;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import io.mingshi.contracts.governance.Capability;
import io.mingshi.gateway.key.ApiKey;
import io.mingshi.gateway.key.ApiKeys;
import io.mingshi.gateway.key.Quota;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A user's own API keys.
@Path("/api/gateway/keys")
@RunOnVirtualThread
class KeysResource {
    private static final int MOST_MODELS = 100;
    private static final int LONGEST_MODEL = 200;
    private static final BigDecimal MOST_MONEY = BigDecimal.valueOf(1_000_000_000);

    private final Callers callers;
    private final ApiKeys keys;

    KeysResource(Callers callers, ApiKeys keys) {
        this.callers = callers;
        this.keys = keys;
    }

    /// Everything may be left out: the key is then the caller's own, for everything, without a limit of its own.
    ///
    /// @param name what the owner calls the key
    /// @param organization whether it belongs to the organisation that the caller represents
    record Wanted(
            @Nullable String name,
            boolean organization,
            @Nullable List<String> models,
            @Nullable List<Capability> capabilities,
            @Nullable Instant expiresAt,
            @Nullable Limit day,
            @Nullable Limit month) {
        ApiKey.Terms terms() {
            Set<String> named = models == null ? Set.of() : Set.copyOf(models);
            if (named.size() > MOST_MODELS || named.stream().anyMatch(KeysResource::malformed)) {
                throw INVALID_REQUEST.with("models has at most " + MOST_MODELS + " names of models, each of at most "
                        + LONGEST_MODEL + " characters without line breaks");
            }
            return new ApiKey.Terms(
                    name == null ? "" : name,
                    organization,
                    named,
                    capabilities == null ? Set.of() : Set.copyOf(capabilities),
                    expiresAt,
                    day == null ? Quota.NONE : day.quota(),
                    month == null ? Quota.NONE : month.quota());
        }
    }

    private static boolean malformed(String model) {
        return model.isBlank()
                || model.length() > LONGEST_MODEL
                || model.chars().anyMatch(Character::isISOControl);
    }

    /// The most that may be used; what is left out is not limited.
    record Limit(
            @Nullable Long requests,
            @Nullable Long tokens,
            @Nullable BigDecimal money) {
        Quota quota() {
            if (negative(requests) || negative(tokens) || (money != null && outOfRange(money))) {
                throw INVALID_REQUEST.with("a limit is not negative, and one of money at most " + MOST_MONEY);
            }
            return new Quota(requests, tokens, money == null ? null : Quota.micros(money));
        }

        private static boolean negative(@Nullable Long limit) {
            return limit != null && limit < 0;
        }

        private static boolean outOfRange(BigDecimal money) {
            return money.signum() < 0 || money.compareTo(MOST_MONEY) > 0;
        }

        static Limit of(Quota quota) {
            return new Limit(
                    quota.requests(), quota.tokens(), quota.micros() == null ? null : Quota.money(quota.micros()));
        }
    }

    /// @param graceSeconds how long the former secret still holds; at once over when left out
    record Rotation(@Nullable Long graceSeconds) {}

    /// @param key the secret, shown this once
    /// @param formerUntil until when the former secret holds; null when there is none
    record Issued(
            String id,
            String key,
            String name,
            Instant createdAt,
            @Nullable Instant formerUntil) {
        static Response.ResponseBuilder answer(Response.Status status, ApiKeys.Issued issued) {
            var key = issued.key();
            return Response.status(status)
                    .type(MediaType.APPLICATION_JSON)
                    .header("Cache-Control", "no-store")
                    .entity(new Issued(key.id(), issued.secret(), key.name(), key.createdAt(), key.previousUntil()));
        }
    }

    record View(
            String id,
            String name,
            String ending,
            Instant createdAt,
            @Nullable Instant revokedAt,
            boolean organization,
            Set<String> models,
            Set<String> capabilities,
            @Nullable Instant expiresAt,
            Limit day,
            Limit month) {
        static View of(ApiKey key) {
            var terms = key.terms();
            return new View(
                    key.id(),
                    key.name(),
                    key.ending(),
                    key.createdAt(),
                    key.revokedAt(),
                    terms.organization(),
                    terms.models(),
                    terms.capabilities().stream().map(Enum::name).collect(Collectors.toSet()),
                    terms.expiresAt(),
                    Limit.of(terms.day()),
                    Limit.of(terms.month()));
        }
    }

    @POST
    public Response issue(@Nullable Wanted wanted) {
        var person = callers.with(Role.USER).person();
        var terms = (wanted == null ? new Wanted(null, false, null, null, null, null, null) : wanted).terms();
        return Issued.answer(Response.Status.CREATED, keys.issue(person, terms)).build();
    }

    @GET
    public List<View> list() {
        return keys.of(callers.with(Role.USER).person()).stream().map(View::of).toList();
    }

    @POST
    @Path("/{id}/rotation")
    public Response rotate(@PathParam("id") String id, @Nullable Rotation rotation) {
        var person = callers.with(Role.USER).person();
        Long seconds = rotation == null ? null : rotation.graceSeconds();
        Duration grace = seconds == null ? Duration.ZERO : Duration.ofSeconds(seconds);
        var issued = keys.rotate(person, id, grace);
        return Issued.answer(Response.Status.OK, issued).build();
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(callers.with(Role.USER).person(), id);
    }
}
