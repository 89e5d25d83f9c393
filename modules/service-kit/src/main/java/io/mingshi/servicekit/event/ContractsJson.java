package io.mingshi.servicekit.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;

/// Writes the values of `contracts` as JSON: ids as plain strings, instants as ISO 8601.
@Singleton
public class ContractsJson implements ObjectMapperCustomizer {
    private static final List<Class<?>> IDS =
            List.of(PersonId.class, ProduceId.class, ConsentId.class, ModelId.class, AdmissionId.class);

    /// A mapper of its own, for code that runs outside a service.
    public static ObjectMapper mapper() {
        ObjectMapper mapper =
                new ObjectMapper().registerModule(new JavaTimeModule()).registerModule(new Jdk8Module());
        new ContractsJson().customize(mapper);
        return mapper;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        IDS.forEach(id -> mapper.addMixIn(id, PlainString.class));
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    private abstract static class PlainString {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PlainString(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }
}
