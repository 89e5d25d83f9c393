package io.mingshi.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.math.BigDecimal;
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

        /// The models that it serves. Several servers may list the same model, which must then be the same model:
        /// the registered version with its filing, wherever it runs.
        List<String> models();

        /// How many requests it gets beside others of its tier: twice the weight, twice the requests.
        @WithDefault("1")
        int weight();

        /// Servers of a higher tier are asked only when none of a lower one can answer.
        @WithDefault("0")
        int tier();

        /// The longest wait for a complete answer, or for a stream to begin.
        @WithDefault("PT60S")
        Duration timeout();

        /// The longest wait for a connection.
        @WithDefault("PT5S")
        Duration connectTimeout();

        /// The longest silence within a stream.
        @WithDefault("PT30S")
        Duration silence();

        /// How many requests it gets at the same time from this process, streams included.
        @WithDefault("1024")
        int concurrency();

        /// The most that it may cost a calendar day, over all instances; the prices are those of the quotas.
        Optional<BigDecimal> spendPerDay();

        Breaker breaker();

        /// Whether it calls the address in the field `callback_url` of a film when the film has got on; it is then
        /// asked every half minute and after each call, instead of every second.
        @WithDefault("false")
        boolean callsBack();
    }

    /// When a failing server is left alone.
    interface Breaker {
        /// Percent of failed calls from which on it is.
        @WithDefault("50")
        float failures();

        /// So many calls are looked at, and there is no judgement before.
        @WithDefault("20")
        int calls();

        /// How long it is left alone before it is tried again.
        @WithDefault("PT10S")
        Duration rest();
    }
}
