package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.NO_UPSTREAM;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.admission.Limits;
import io.mingshi.gateway.generation.Departures;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Upstreams;
import io.mingshi.gateway.upstream.demo.Demonstration;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Takes the configured servers of a model; the demonstration generator serves the models named after it.
@ApplicationScoped
class ConfiguredUpstreams implements Upstreams {
    private final Map<String, Upstream> byModel = new HashMap<>();
    private final Upstream demonstration;
    private final Upstream ownWords = new OwnWords();

    ConfiguredUpstreams(
            UpstreamSettings settings,
            ObjectMapper json,
            Departures departures,
            ServerMeters meters,
            Limits limits,
            Demonstration demonstration) {
        this.demonstration = new Metered(demonstration, limits);
        Map<String, List<GuardedServer>> servers = new HashMap<>();
        settings.byName().forEach((name, server) -> {
            check(name, server);
            var guarded =
                    new GuardedServer(name, server, new OpenAiServer(name, server, json, departures), meters, limits);
            server.models().stream()
                    .distinct()
                    .forEach(model -> servers.computeIfAbsent(model, _ -> new ArrayList<>())
                            .add(guarded));
        });
        Duration patience = settings.byName().values().stream()
                .map(UpstreamSettings.Server::timeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        servers.forEach((model, serving) ->
                byModel.put(model, new Metered(new Route(new Turns(serving), patience), limits)));
    }

    private static void check(String name, UpstreamSettings.Server server) {
        if (server.weight() < 1 || server.concurrency() < 1 || server.breaker().calls() < 1) {
            throw new IllegalArgumentException(
                    "mingshi.gateway.upstreams." + name + ": weight, concurrency and breaker.calls must be at least 1");
        }
    }

    @Override
    public Upstream serving(ModelId model) {
        Upstream configured = byModel.get(model.value());
        if (configured != null) {
            return configured;
        }
        if (model.value().startsWith(Demonstration.PREFIX)) {
            return demonstration;
        }
        throw NO_UPSTREAM.with(
                "no upstream serves the model " + model + ": the operator adds it to mingshi.gateway.upstreams");
    }

    @Override
    public Upstream answering(Admission admission) {
        return admission.grounds().turn().reply().isPresent()
                ? ownWords
                : serving(admission.prompt().model());
    }
}
