package io.mingshi.identity.limit;

import io.mingshi.identity.Attempts.Purse;
import io.mingshi.identity.Method;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/// What a check costs and how much may be spent, in fen.
@Singleton
class Prices {
    private static final int CEILING_OF_PERSON = 1_000;
    private static final int CEILING_OF_DAY = 1_000_000;
    private static final int CEILING_OF_VISITS = 200_000;
    private static final int CEILING_OF_WITHDRAWALS = 1_000_000;

    private final Config config;

    Prices(Config config) {
        this.config = config;
    }

    int of(Method method) {
        int usual = switch (method) {
            case ID_DOCUMENT -> 50;
            case MOBILE -> 60;
            case ORGANIZATION -> 100;
            case NATIONAL_IDENTITY -> 10;
        };
        return set("price." + method.name().toLowerCase(Locale.ROOT).replace('_', '-'), usual);
    }

    /// For one person and one day in Asia/Shanghai.
    int ceilingOfPerson() {
        return set("ceiling.person", CEILING_OF_PERSON);
    }

    /// For all persons and one day in Asia/Shanghai.
    int ceilingOfDay(Purse purse) {
        return switch (purse) {
            case ACCOUNTS -> set("ceiling.day", CEILING_OF_DAY);
            case VISITS -> set("ceiling.visits-day", CEILING_OF_VISITS);
            case WITHDRAWALS -> set("ceiling.withdrawals-day", CEILING_OF_WITHDRAWALS);
        };
    }

    private int set(String key, int usual) {
        return config.getOptionalValue("mingshi.identity." + key, Integer.class).orElse(usual);
    }
}
