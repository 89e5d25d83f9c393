package io.mingshi.gateway.http;

import io.mingshi.gateway.key.ApiKey;
import io.mingshi.gateway.key.ApiKeys;
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
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user's own API keys.
@Path("/api/gateway/keys")
@RunOnVirtualThread
class KeysResource {
    private final Callers callers;
    private final ApiKeys keys;

    KeysResource(Callers callers, ApiKeys keys) {
        this.callers = callers;
        this.keys = keys;
    }

    /// @param name what the owner calls the key; may be left out
    record Wanted(@Nullable String name) {}

    /// @param key the secret, shown this once
    record Issued(String id, String key, String name, Instant createdAt) {}

    record View(
            String id,
            String name,
            String ending,
            Instant createdAt,
            @Nullable Instant revokedAt) {
        static View of(ApiKey key) {
            return new View(key.id(), key.name(), key.ending(), key.createdAt(), key.revokedAt());
        }
    }

    @POST
    public Response issue(@Nullable Wanted wanted) {
        var person = callers.with(Role.USER).person();
        String name = wanted == null || wanted.name() == null ? "" : wanted.name();
        var issued = keys.issue(person, name);
        var view = new Issued(
                issued.key().id(), issued.secret(), name, issued.key().createdAt());
        return Response.status(Response.Status.CREATED)
                .type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .entity(view)
                .build();
    }

    @GET
    public List<View> list() {
        return keys.of(callers.with(Role.USER).person()).stream().map(View::of).toList();
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") String id) {
        keys.revoke(callers.with(Role.USER).person(), id);
    }
}
