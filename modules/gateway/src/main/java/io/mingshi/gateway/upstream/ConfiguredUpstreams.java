package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.NO_UPSTREAM;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.ModelId;
import io.mingshi.gateway.generation.Upstream;
import io.mingshi.gateway.generation.Upstreams;
import io.mingshi.gateway.upstream.demo.Demonstration;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;

/// Takes the configured server of a model; the demonstration generator serves the models named after it.
@ApplicationScoped
class ConfiguredUpstreams implements Upstreams {
    private final Map<String, Upstream> byModel = new HashMap<>();
    private final Demonstration demonstration;

    ConfiguredUpstreams(UpstreamSettings settings, ObjectMapper json, Demonstration demonstration) {
        this.demonstration = demonstration;
        settings.byName().forEach((name, server) -> {
            var upstream = new OpenAiServer(name, server, json);
            server.models().forEach(model -> {
                if (byModel.putIfAbsent(model, upstream) != null) {
                    throw new IllegalArgumentException(
                            "mingshi.gateway.upstreams: the model " + model + " is listed under two servers");
                }
            });
        });
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
}
