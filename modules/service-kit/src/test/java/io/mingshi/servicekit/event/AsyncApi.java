package io.mingshi.servicekit.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.mingshi.contracts.event.Event;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the AsyncAPI 3 document of all topics from the event types.
final class AsyncApi {
    private AsyncApi() {}

    static String document() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        for (Class<? extends Event> type : EventTypes.all()) {
            String name = EventTypes.of(type);
            String module = name.split("\\.")[2];
            channel(channels, operations, module).put(name, ref("#/components/messages/" + name));
            messages.put(name, message(type, name));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("asyncapi", "3.0.0");
        document.put(
                "info",
                entries(
                        "title",
                        "Mingshi events: CloudEvents 1.0 in structured mode, keyed by subject",
                        "version",
                        "1"));
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", entries("messages", messages));
        return yaml(document);
    }

    private static Map<String, Object> channel(
            Map<String, Object> channels, Map<String, Object> operations, String module) {
        operations.computeIfAbsent(
                "publish-" + module, _ -> entries("action", "send", "channel", ref("#/channels/mingshi." + module)));
        var known = channels.get("mingshi." + module);
        if (known instanceof Channel channel) {
            return channel.messages();
        }
        var channel = new Channel("mingshi." + module, new LinkedHashMap<>());
        channels.put("mingshi." + module, channel);
        return channel.messages();
    }

    private static Map<String, Object> message(Class<? extends Event> type, String name) {
        return entries(
                "name",
                name,
                "contentType",
                CloudEvent.CONTENT_TYPE,
                "payload",
                entries("type", "object", "properties", entries("data", schema(type))));
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType list) {
            return entries("type", "array", "items", schema(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Instant.class) {
            return entries("type", "string", "format", "date-time");
        }
        if (plain == LocalDate.class) {
            return entries("type", "string", "format", "date");
        }
        if (plain == long.class) {
            return entries("type", "integer", "format", "int64");
        }
        if (plain == boolean.class) {
            return entries("type", "boolean");
        }
        if (plain.isEnum()) {
            return entries(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants()).map(String::valueOf).toList());
        }
        boolean isId = plain.getPackageName().equals("io.mingshi.contracts");
        return plain == String.class || isId ? entries("type", "string") : object(plain);
    }

    private static Map<String, Object> object(Class<?> type) {
        List<String> required = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return entries("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> ref(String target) {
        return entries("$ref", target);
    }

    private static Map<String, Object> entries(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static String yaml(Object document) {
        try {
            return new YAMLMapper()
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the AsyncAPI document cannot be written", e);
        }
    }

    private record Channel(String address, Map<String, Object> messages) {}
}
