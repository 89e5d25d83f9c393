package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.ConsentId;
import io.mingshi.gateway.Depiction;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Reads who is depicted: our two fields `depicts` and `purpose`.
final class Declared {
    private static final String NOBODY = "none";

    private Declared() {}

    /// @param depicts `none`, or consent ids separated by commas
    static Depiction of(@Nullable String depicts, @Nullable String purpose) {
        if (depicts == null || depicts.isBlank()) {
            return new Depiction.Undeclared();
        }
        if (depicts.strip().equals(NOBODY)) {
            return new Depiction.Nobody();
        }
        if (purpose == null || purpose.isBlank()) {
            return new Depiction.Undeclared();
        }
        List<ConsentId> consents = Arrays.stream(depicts.split(",", -1))
                .map(String::strip)
                .map(ConsentId::new)
                .toList();
        return new Depiction.People(consents, purpose.strip());
    }

    /// The same of a JSON body, where the ids may also be a list.
    static Depiction of(Fields fields) {
        JsonNode depicts = fields.body().path("depicts");
        String purpose = fields.optional("purpose").orElse(null);
        if (!depicts.isArray()) {
            return of(fields.optional("depicts").orElse(null), purpose);
        }
        var ids = new StringJoiner(",");
        for (JsonNode id : depicts) {
            if (!id.isTextual()) {
                throw INVALID_REQUEST.with("the parameter depicts must be none, or consent ids");
            }
            ids.add(id.asText());
        }
        return of(ids.toString(), purpose);
    }
}
