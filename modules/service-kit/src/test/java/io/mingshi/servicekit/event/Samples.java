package io.mingshi.servicekit.event;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Makes one example of any event, with every component filled.
final class Samples {
    static final Instant INSTANT = Instant.parse("2026-01-02T03:04:05Z");
    static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private Samples() {}

    static <T> T of(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component -> value(component.getGenericType(), component.getName()))
                    .toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + type, e);
        }
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType list) {
            Object element = value(list.getActualTypeArguments()[0], name);
            return list.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return "a-" + name;
        }
        if (plain == Instant.class) {
            return INSTANT;
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2026, 1, 2);
        }
        if (plain == long.class) {
            return 7L;
        }
        if (plain == boolean.class) {
            return true;
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : of(plain);
    }
}
