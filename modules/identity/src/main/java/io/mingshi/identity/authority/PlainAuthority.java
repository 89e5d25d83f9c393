package io.mingshi.identity.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Authority.Result;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Claim.Representative;
import io.mingshi.identity.Method;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.wire.Unanswered;
import io.mingshi.identity.wire.Wire;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// An authority behind a gateway of the provider's own, at `mingshi.authority.url` with the key
/// `mingshi.authority.key`: one path for each method, a bearer key, an idempotency key.
///
/// An answer has a result and, for each field, whether it agrees; an answer that contradicts itself is none.
@Singleton
class PlainAuthority implements Adapter {
    private final Wire wire;
    private final URI url;
    private final String authorization;
    private final String app;

    PlainAuthority(
            Wire wire,
            @ConfigProperty(name = "mingshi.identity.plain.url") URI url,
            @ConfigProperty(name = "mingshi.authority.key") String key,
            @ConfigProperty(name = "mingshi.identity.national.app") String app) {
        this.wire = wire;
        this.app = app;
        this.url = url;
        this.authorization = "Bearer " + key;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.ID_DOCUMENT, Method.MOBILE, Method.ORGANIZATION);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Answer ask(Claim claim, String idempotencyKey) {
        return switch (claim.fact()) {
            case Fact.Document(var person) -> send("/v1/id-document/check", idempotencyKey, words(person));
            case Fact.Carrier(var person, var mobile) ->
                send(
                        "/v1/mobile/check",
                        idempotencyKey,
                        Map.of(
                                "name", person.name(),
                                "number", person.number(),
                                "birthDate", person.birthDate().toString(),
                                "mobile", mobile));
            case Fact.Company(var organization, var representative) ->
                answer(
                        representative,
                        reply(
                                "/v1/organization/check",
                                idempotencyKey,
                                Map.of(
                                        "name", organization.name(),
                                        "creditCode", organization.creditCode(),
                                        "representative", words(representative))));
            case Fact.National _ ->
                throw new IllegalArgumentException("the national service has a protocol of its own");
        };
    }

    private Map<String, String> words(Representative representative) {
        return switch (representative) {
            case Representative.Named(var person) -> words(person);
            case Representative.Scoped(var proof) ->
                Map.of("app", app, "challenge", proof.challenge(), "credential", proof.credential());
        };
    }

    private static Map<String, String> words(PersonalData person) {
        return Map.of(
                "name", person.name(),
                "number", person.number(),
                "birthDate", person.birthDate().toString());
    }

    /// Whoever was told no name tells whom the credential stands for, or has not answered.
    static Answer answer(Representative representative, JsonNode reply) {
        Answer answer = answer(reply);
        return representative instanceof Representative.Scoped && answer.result() == Result.MATCH
                ? new Answer(Result.MATCH, answer.reference(), NationalService.scoped(reply))
                : answer;
    }

    private Answer send(String path, String idempotencyKey, Map<String, ?> question) {
        return answer(reply(path, idempotencyKey, question));
    }

    private JsonNode reply(String path, String idempotencyKey, Map<String, ?> question) {
        var headers = Map.of(
                "Content-Type", "application/json", "Authorization", authorization, "Idempotency-Key", idempotencyKey);
        return wire.post(url.resolve(path), headers, wire.text(question));
    }

    static Answer answer(JsonNode reply) {
        String reference = References.checked(reply.path("reference"));
        Result result = Arrays.stream(Result.values())
                .filter(one -> one.name().equals(reply.path("result").asText()))
                .findFirst()
                .orElseThrow(() -> Unanswered.lasting("its answer has no known result"));
        boolean disagrees = reply.path("fields").valueStream().anyMatch(field -> !field.asBoolean(false));
        if (result == Result.MATCH && disagrees) {
            throw Unanswered.lasting("its answer contradicts itself");
        }
        return new Answer(result, reference);
    }
}
