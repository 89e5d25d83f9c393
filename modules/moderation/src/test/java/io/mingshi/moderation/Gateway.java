package io.mingshi.moderation;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.HandOverRequested;
import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.contracts.event.GatewayEvent.ReviewRequested;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Tokens;
import io.mingshi.testkit.Topic;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// What the gateway and the complaints tell, as their topics carry it.
final class Gateway {
    private static final EventCodec CODEC = new EventCodec();
    private static final ScreeningRecord BLOCK = new ScreeningRecord("input", "BLOCK", "S-001", "A.1-4", 1, "abc");
    private static final ScreeningRecord ALLOW = new ScreeningRecord("input", "ALLOW", null, null, 1, "abc");

    private Gateway() {}

    /// The pseudonym of a demo person.
    static String id(String person) {
        String claims = new String(
                Base64.getUrlDecoder().decode(Tokens.of(person).split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        return JsonPath.from(claims).getString("sub");
    }

    static String someone() {
        return "person-" + UUID.randomUUID();
    }

    /// @return the admission
    static String refused(String person, String problem, Instant at) {
        String admission = UUID.randomUUID().toString();
        tell(new RequestRefused(
                new AdmissionId(admission),
                new PersonId(person),
                new ModelId("mingshi-demo-chat"),
                problem,
                "the rule S-001 of category A.1-4 forbids this input",
                problem.endsWith("BLOCKED") ? BLOCK : null,
                null,
                at));
        return admission;
    }

    /// @return the work
    static String recorded(String person, Instant at) {
        return recorded("W-" + UUID.randomUUID(), person, at);
    }

    static String recorded(String work, String person, Instant at) {
        tell(new WorkRecorded(
                new AdmissionId(UUID.randomUUID().toString()),
                new ProduceId(work),
                new PersonId(person),
                new ModelId("mingshi-demo-image"),
                "1",
                ContentKind.IMAGE,
                "image/png",
                Sha256.of(work),
                100,
                "{}",
                ALLOW,
                at,
                "00112233445566ff",
                "f".repeat(64)));
        return work;
    }

    /// @return the review
    static String held(String person) {
        String review = UUID.randomUUID().toString();
        tell(new ReviewRequested(
                new AdmissionId(UUID.randomUUID().toString()),
                review,
                new ProduceId("W-" + review),
                new PersonId(person),
                "output",
                ContentKind.IMAGE,
                "NO_CLASSIFIER",
                null,
                Sha256.of(review),
                Instant.now()));
        return review;
    }

    /// Somebody who talks to a companion may be in danger.
    ///
    /// @return the number of the hand-over
    static String inDanger(String person) {
        String handOver = UUID.randomUUID().toString();
        tell(new HandOverRequested(
                new AdmissionId(UUID.randomUUID().toString()),
                handOver,
                new PersonId(person),
                new ModelId("mingshi-demo-friend"),
                false,
                new ScreeningRecord("input", "REVIEW", "S-069", "A.4-1", 2, "abc"),
                Sha256.of(handOver),
                Instant.now()));
        return handOver;
    }

    static void tell(Event event) {
        String module = event instanceof ComplaintEvent ? "complaints" : "gateway";
        String id = UUID.randomUUID().toString();
        Topic.of(module).publish(event.subject(), CODEC.encode(id, module, event, Instant.now(), null));
    }
}
