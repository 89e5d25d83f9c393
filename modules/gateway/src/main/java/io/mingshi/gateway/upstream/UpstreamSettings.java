package io.mingshi.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The OpenAI-compatible servers behind the gateway, each under a name of the operator's choice.
@ConfigMapping(prefix = "mingshi.gateway.upstreams")
interface UpstreamSettings {
    @WithParentName
    Map<String, Server> byName();

    /// One server.
    interface Server {
        /// Its address up to and without `/chat/completions`, such as `https://models.example/v1`.
        String url();

        Optional<String> key();

        /// The models that it serves.
        List<String> models();

        /// The longest wait for a complete answer, or for a stream to begin.
        @WithDefault("PT60S")
        Duration timeout();
    }
}
