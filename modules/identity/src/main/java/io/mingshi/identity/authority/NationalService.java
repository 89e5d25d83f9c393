package io.mingshi.identity.authority;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.Authority.Answer;
import io.mingshi.identity.Authority.Result;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Method;
import io.mingshi.identity.Subject;
import io.mingshi.identity.wire.Unanswered;
import io.mingshi.identity.wire.Wire;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// The national network identity service: a credential goes there, and a subject that is good for this
/// provider alone comes back; no name and no number.
///
/// [NID](https://www.cac.gov.cn/2025-05/23/c_1749711107835487.htm). Its interface is given to accepted
/// providers only: the words `bizSeq`, `authMode`, `idCardAuthData` and `authResult` are those of published
/// integrations; subject and age group are what a result without plain words has to say.
@Singleton
class NationalService implements Adapter {
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9_+/=-]{16,128}");

    private final Wire wire;
    private final Config config;

    NationalService(Wire wire, Config config) {
        this.wire = wire;
        this.config = config;
    }

    @Override
    public String name() {
        return "national";
    }

    @Override
    public Set<Method> methods() {
        return Set.of(Method.NATIONAL_IDENTITY);
    }

    @Override
    public boolean repeatable() {
        return true;
    }

    @Override
    public Answer ask(Claim claim, String idempotencyKey) {
        if (!(claim.fact() instanceof Fact.National national)) {
            throw new IllegalArgumentException("not one of its methods");
        }
        var question = Map.of(
                "appId", setting("app"),
                "bizSeq", idempotencyKey,
                "authMode", "R01",
                "challenge", national.challenge(),
                "idCardAuthData", national.credential());
        var headers = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + setting("key"));
        URI address = URI.create(setting("url")).resolve("/national/v1/auth");
        return answer(wire.post(address, headers, wire.text(question)), idempotencyKey);
    }

    /// An answer that belongs to another question is none.
    static Answer answer(JsonNode reply, String idempotencyKey) {
        if (!idempotencyKey.equals(reply.path("bizSeq").asText())) {
            throw Unanswered.lasting("its answer belongs to another question");
        }
        String reference = References.checked(reply.path("authSeq"));
        return switch (reply.path("authResult").asText()) {
            case "0" -> new Answer(Result.MATCH, reference, scoped(reply));
            case "1" -> new Answer(Result.MISMATCH, reference);
            case "2" -> new Answer(Result.NO_RECORD, reference);
            default -> throw Unanswered.passing("its answer has no known result");
        };
    }

    /// Whom an answer tells.
    static Subject.Scoped scoped(JsonNode reply) {
        return new Subject.Scoped(subject(reply.path("subject").asText()), age(reply));
    }

    private static String subject(String subject) {
        if (!SUBJECT.matcher(subject).matches()) {
            throw Unanswered.lasting("its answer names no subject");
        }
        return subject;
    }

    private static AgeGroup age(JsonNode reply) {
        return Arrays.stream(AgeGroup.values())
                .filter(group -> group.name().equals(reply.path("ageGroup").asText()))
                .findFirst()
                .orElseThrow(() -> Unanswered.lasting("its answer does not tell the age group"));
    }

    private String setting(String key) {
        return config.getValue("mingshi.identity.national." + key, String.class);
    }
}
