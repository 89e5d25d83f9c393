package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.DERIVATION_INCOMPLETE;

import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Derivation;
import io.mingshi.governance.DisableDerived;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Under which consents a model was made, for operators to say and for staff to see.
@Path("/api/governance/models/{id}/derivations")
@RunOnVirtualThread
class DerivationResource {
    private final Callers callers;
    private final DisableDerived disable;

    DerivationResource(Callers callers, DisableDerived disable) {
        this.callers = callers;
        this.disable = disable;
    }

    record Request(@Nullable List<@Nullable String> consents) {}

    /// @param withdrawnAt since when the model is out of use for it; null while it is not
    record View(
            ConsentId consent, Instant declaredAt, @Nullable Instant withdrawnAt) {
        static View of(Derivation derivation) {
            return new View(derivation.consent(), derivation.at(), derivation.withdrawnAt());
        }
    }

    @GET
    public List<View> of(@PathParam("id") String id) {
        callers.with(Role.OPERATOR, Role.OFFICER, Role.INSPECTOR);
        return disable.of(new ModelId(id)).stream().map(View::of).toList();
    }

    @POST
    public List<View> declare(@PathParam("id") String id, @Nullable Request request) {
        var operator = callers.with(Role.OPERATOR).person();
        if (request == null
                || request.consents() == null
                || request.consents().stream().anyMatch(Objects::isNull)) {
            throw DERIVATION_INCOMPLETE.with("send a JSON body with consents, the ids under which the model was made");
        }
        var consents = request.consents().stream()
                .filter(Objects::nonNull)
                .map(ConsentId::new)
                .collect(Collectors.toSet());
        return disable.declare(new ModelId(id), consents, operator).stream()
                .map(View::of)
                .toList();
    }
}
