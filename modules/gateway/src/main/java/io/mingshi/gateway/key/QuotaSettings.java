package io.mingshi.gateway.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// What everybody may use, and what it costs.
@ConfigMapping(prefix = "mingshi.gateway.quotas")
interface QuotaSettings {
    /// Of every person, over all their own keys and logins.
    Limited person();

    /// Of every organisation, over all its keys.
    Limited organization();

    /// How many tokens an answer is expected to have at most when the request does not say.
    @WithDefault("4096")
    long answerTokens();

    /// By model.
    Map<String, Price> prices();

    /// Limits of the two windows.
    interface Limited {
        Amounts day();

        Amounts month();
    }

    /// No limit where nothing is set.
    interface Amounts {
        Optional<Long> requests();

        Optional<Long> tokens();

        Optional<BigDecimal> money();

        default Quota quota() {
            return new Quota(
                    requests().orElse(null),
                    tokens().orElse(null),
                    money().map(Quota::micros).orElse(null));
        }
    }

    /// What a model costs.
    interface Price {
        /// A million tokens in.
        @WithDefault("0")
        BigDecimal input();

        /// A million tokens out.
        @WithDefault("0")
        BigDecimal output();

        /// A picture, a sound or a film.
        @WithDefault("0")
        BigDecimal work();
    }
}
