package io.mingshi.records.retention;

import io.mingshi.records.RetentionClass;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/// After which period the records of a class go: the one of the class, or a longer one from
/// `mingshi.records.retention.<class>`, such as `mingshi.records.retention.network-log=P18M`.
///
/// A setting can only lengthen. One that is shorter, or not a whole number of months, keeps the service from
/// starting.
@Singleton
public class RetentionPolicy {
    private static final long LONGEST_MONTHS = 1_200;

    private final Map<RetentionClass, Period> maximums = new EnumMap<>(RetentionClass.class);

    RetentionPolicy(Config config) {
        for (RetentionClass retentionClass : RetentionClass.values()) {
            Optional<String> configured = config.getOptionalValue(setting(retentionClass), String.class);
            configured
                    .map(value -> longer(retentionClass, value))
                    .or(retentionClass::maximum)
                    .ifPresent(maximum -> maximums.put(retentionClass, maximum));
        }
    }

    /// Empty when the records stay.
    public Optional<Period> maximum(RetentionClass retentionClass) {
        return Optional.ofNullable(maximums.get(retentionClass));
    }

    /// The longest of all that end.
    Period longest() {
        return maximums.values().stream()
                .max(Comparator.comparingLong(Period::toTotalMonths))
                .orElseThrow();
    }

    static String setting(RetentionClass retentionClass) {
        return "mingshi.records.retention."
                + retentionClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Period longer(RetentionClass retentionClass, String value) {
        Period own = retentionClass
                .maximum()
                .orElseThrow(() -> new IllegalStateException(
                        setting(retentionClass) + " is set, but records of this class stay: take it out"));
        Period period = parse(retentionClass, value);
        Period months = Period.ofMonths((int) Math.min(period.toTotalMonths(), LONGEST_MONTHS));
        if (!period.normalized().equals(months.normalized()) || period.toTotalMonths() < own.toTotalMonths()) {
            throw new IllegalStateException(setting(retentionClass) + "=" + value
                    + " is not possible: a setting can only" + " lengthen " + own + ", by whole months");
        }
        return months.normalized();
    }

    private static Period parse(RetentionClass retentionClass, String value) {
        try {
            return Period.parse(value.strip());
        } catch (DateTimeException e) {
            throw new IllegalStateException(
                    setting(retentionClass) + "=" + value + " is no period: write one such as P18M", e);
        }
    }
}
