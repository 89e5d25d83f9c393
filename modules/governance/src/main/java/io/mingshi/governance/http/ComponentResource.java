package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.ASSESSMENT_MISSING;
import static io.mingshi.governance.GovernanceProblem.COMPONENT_INCOMPLETE;

import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.governance.Component;
import io.mingshi.governance.RegisterComponent;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.mingshi.servicekit.id.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Templates and technical supporters' components, for operators to register and staff to see.
@Path("/api/governance/components")
@RunOnVirtualThread
class ComponentResource {
    private final Callers callers;
    private final RegisterComponent components;
    private final Ids ids;
    private final Clock clock;

    ComponentResource(Callers callers, RegisterComponent components, Ids ids, Clock clock) {
        this.callers = callers;
        this.components = components;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param biometric has to be said, yes or no; so has specialScene
    record Wanted(
            @Nullable String kind,
            @Nullable String version,
            @Nullable String supplier,
            @Nullable Boolean biometric,
            @Nullable Boolean specialScene,
            @Nullable List<String> models,
            @Nullable String assessedOn) {}

    record Live(Component component, boolean live, String reason) {}

    record Admission(String component, boolean admitted, String reason) {}

    @GET
    public List<Live> all() {
        callers.with(Role.OPERATOR, Role.OFFICER, Role.INSPECTOR);
        return components.all().stream()
                .map(one -> components
                        .obstacle(one)
                        .map(why -> new Live(one, false, why))
                        .orElseGet(() -> new Live(one, true, "registered")))
                .toList();
    }

    @PUT
    @Path("/{name}")
    public Component register(@PathParam("name") String name, @Nullable Wanted wanted) {
        var operator = callers.with(Role.OPERATOR).person();
        Component component = component(name, wanted, operator);
        components.register(component);
        return component;
    }

    @GET
    @Path("/{name}/admission")
    public Admission admission(@PathParam("name") String name) {
        callers.with(Role.SERVICE, Role.OPERATOR, Role.OFFICER, Role.INSPECTOR);
        String why = components
                .find(name)
                .map(one -> components.obstacle(one).orElse(""))
                .orElse("it is not registered: an operator registers it");
        return new Admission(name, why.isEmpty(), why.isEmpty() ? "registered" : why);
    }

    private Component component(String name, @Nullable Wanted wanted, PersonId operator) {
        if (wanted == null
                || wanted.version == null
                || wanted.biometric == null
                || wanted.specialScene == null
                || wanted.models == null
                || wanted.models.stream().anyMatch(Objects::isNull)) {
            throw COMPONENT_INCOMPLETE.with(
                    "send JSON with kind, version, supplier, biometric, specialScene, models and assessedOn");
        }
        return new Component(
                ids.next(),
                name,
                kind(wanted.kind),
                wanted.version,
                wanted.supplier == null ? "" : wanted.supplier,
                wanted.biometric,
                wanted.specialScene,
                wanted.models.stream().map(ModelId::new).collect(Collectors.toSet()),
                day(wanted.assessedOn),
                operator,
                clock.instant());
    }

    private static Component.Kind kind(@Nullable String name) {
        return Arrays.stream(Component.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findAny()
                .orElseThrow(() -> COMPONENT_INCOMPLETE.with("kind is TEMPLATE or SUPPORTER_COMPONENT"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            var problem = ASSESSMENT_MISSING.with("assessedOn is a day such as 2026-11-22");
            problem.initCause(e);
            throw problem;
        }
    }
}
