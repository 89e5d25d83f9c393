package io.mingshi.servicekit.event;

import io.mingshi.contracts.event.Event;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names of all facts, derived from the sealed types of `contracts`.
public final class EventTypes {
    private static final Map<String, String> MODULES = Map.of("ComplaintEvent", "complaints");
    private static final Map<String, Class<? extends Event>> BY_TYPE = Arrays.stream(
                    Event.class.getPermittedSubclasses())
            .flatMap(module -> Arrays.stream(module.getPermittedSubclasses()))
            .map(EventTypes::asEvent)
            .collect(Collectors.toUnmodifiableMap(EventTypes::of, type -> type));

    private EventTypes() {}

    /// Such as `io.mingshi.consent.ConsentGranted.v1`.
    public static String of(Class<? extends Event> event) {
        String module = event.getInterfaces()[0].getSimpleName();
        String name = MODULES.getOrDefault(module, module.replace("Event", "").toLowerCase(Locale.ROOT));
        return "io.mingshi." + name + "." + event.getSimpleName() + ".v1";
    }

    static @Nullable Class<? extends Event> find(String type) {
        return BY_TYPE.get(type);
    }

    /// Every fact there is, in the order of their names.
    public static List<Class<? extends Event>> all() {
        return BY_TYPE.values().stream()
                .<Class<? extends Event>>map(type -> type)
                .sorted(Comparator.comparing(EventTypes::of))
                .toList();
    }

    private static Class<? extends Event> asEvent(Class<?> type) {
        return Stream.of(type)
                .map(t -> t.<Event>asSubclass(Event.class))
                .findFirst()
                .orElseThrow();
    }
}
