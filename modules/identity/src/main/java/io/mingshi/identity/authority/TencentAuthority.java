package io.mingshi.identity.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Authority.Result;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Method;
import io.mingshi.identity.wire.Unanswered;
import io.mingshi.identity.wire.Wire;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/// The identity checks of Tencent Cloud: `IdCardVerification` and `PhoneVerification` of
/// [faceid 2018-03-01](https://cloud.tencent.com/document/api/1007/31319).
///
/// It knows resident identity numbers alone, and has no idempotency key, so a question is never repeated.
@Singleton
class TencentAuthority implements Adapter {
    private static final String VERSION = "2018-03-01";

    private final Wire wire;
    private final Config config;
    private final Clock clock;

    TencentAuthority(Wire wire, Config config, Clock clock) {
        this.wire = wire;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tencent";
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.ID_DOCUMENT, Method.MOBILE);
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    @Override
    public Answer ask(Claim claim, String idempotencyKey) {
        return switch (claim.fact()) {
            case Fact.Document(var person) ->
                document(call("IdCardVerification", Map.of("IdCard", person.number(), "Name", person.name())));
            case Fact.Carrier(var person, var mobile) ->
                phone(call(
                        "PhoneVerification",
                        Map.of("IdCard", person.number(), "Name", person.name(), "Phone", mobile)));
            case Fact.Company _, Fact.National _ -> throw new IllegalArgumentException("not one of its methods");
        };
    }

    private JsonNode call(String action, Map<String, String> question) {
        URI url = URI.create(setting("url"));
        String body = wire.text(question);
        var signature = new TencentSignature("faceid", url.getAuthority(), action, body, clock.instant());
        JsonNode response = wire.post(
                        url.resolve("/"),
                        Map.of(
                                "Content-Type",
                                TencentSignature.CONTENT_TYPE,
                                "Authorization",
                                signature.authorization(setting("secret-id"), setting("secret-key")),
                                "X-TC-Action",
                                action,
                                "X-TC-Version",
                                VERSION,
                                "X-TC-Timestamp",
                                Long.toString(signature.at().getEpochSecond())),
                        body)
                .path("Response");
        if (response.has("Error")) {
            throw Unanswered.lasting("its gateway refused the question");
        }
        return response;
    }

    static Answer document(JsonNode response) {
        Result result = switch (response.path("Result").asText()) {
            case "0" -> Result.MATCH;
            case "-1", "-2", "-3" -> Result.MISMATCH;
            case "-5" -> Result.NO_RECORD;
            default -> throw Unanswered.passing("its register does not answer");
        };
        return new Answer(result, References.checked(response.path("RequestId")));
    }

    static Answer phone(JsonNode response) {
        Result result = switch (response.path("Result").asText()) {
            case "0" -> Result.MATCH;
            case "-1", "-2", "-3", "-4", "-6", "-7", "-8", "-10" -> Result.MISMATCH;
            case "-5", "-9" -> Result.NO_RECORD;
            default -> throw Unanswered.passing("its register does not answer");
        };
        return new Answer(result, References.checked(response.path("RequestId")));
    }

    private String setting(String key) {
        return config.getValue("mingshi.identity.tencent." + key, String.class);
    }
}
