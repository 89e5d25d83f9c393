package io.mingshi.records;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.Audience;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.Sha256;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintFiled;
import io.mingshi.contracts.event.ComplaintEvent.ComplaintResolved;
import io.mingshi.contracts.event.ConsentEvent.ConsentGranted;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
import io.mingshi.contracts.event.Event;
import io.mingshi.contracts.event.GatewayEvent.RequestAdmitted;
import io.mingshi.contracts.event.GatewayEvent.WorkDelivered;
import io.mingshi.contracts.event.GatewayEvent.WorkPublished;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.GatewayEvent.WorkTakenDown;
import io.mingshi.contracts.event.IdentityEvent.PersonVerified;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Assurance;
import io.mingshi.servicekit.event.EventCodec;
import io.mingshi.testkit.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// An edit of a picture of a person, from consent to takedown, as the other modules would publish it.
final class GoldenStory {
    static final String LABEL =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"W\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";
    private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
    private static final ModelId MODEL = new ModelId("mingshi-demo-edit");

    private final EventCodec codec;
    private final Publisher publisher;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    final PersonId alice = new PersonId("alice-" + run);
    final PersonId bob = new PersonId("bob-" + run);
    final ConsentId consent = new ConsentId("C-" + run);
    final AdmissionId admission = new AdmissionId("A-" + run);
    final ProduceId work = new ProduceId("W-" + run);
    final String ticket = "T-" + run;
    final String contentHash = Sha256.of("content " + run);
    final String watermark = Sha256.of("watermark " + run).substring(0, 16);
    final String fingerprint = Sha256.of("fingerprint " + run);

    /// Published twice, as Kafka may.
    GoldenStory(EventCodec codec) {
        this(codec, (module, event, text) -> {
            Topic.of(module).publish(event.subject(), text);
            Topic.of(module).publish(event.subject(), text);
        });
    }

    GoldenStory(EventCodec codec, Publisher publisher) {
        this.codec = codec;
        this.publisher = publisher;
    }

    /// Takes the events of the story.
    interface Publisher {
        void publish(String module, Event event, String text);
    }

    void whole() {
        verification();
        consent();
        admission();
        work();
        delivery();
        complaint();
        takedown();
    }

    void verification() {
        publish("identity", new PersonVerified(alice, "ID_DOCUMENT", Assurance.ID_DOCUMENT, "AUTH-1", at(0)), 0);
    }

    void consent() {
        publish(
                "consent",
                new ConsentRequested(
                        consent,
                        alice,
                        Set.of(Modality.FACE_IMAGE),
                        Set.of(MODEL),
                        "birthday card",
                        at(90_000),
                        "1",
                        at(1),
                        Audience.PRIVATE),
                1);
        publish("consent", new ConsentGranted(consent, alice, bob, "aa", at(2), null), 2);
    }

    void admission() {
        publish(
                "gateway",
                new RequestAdmitted(
                        admission,
                        alice,
                        Assurance.ID_DOCUMENT,
                        MODEL,
                        "demonstration-filing",
                        List.of(consent),
                        new ScreeningRecord("input", "ALLOW", null, null, 7, "librarylibrary"),
                        "bb",
                        "signature",
                        at(3)),
                3);
    }

    void work() {
        publish(
                "gateway",
                new WorkRecorded(
                        admission,
                        work,
                        alice,
                        MODEL,
                        "1.2",
                        ContentKind.IMAGE,
                        "image/png",
                        contentHash,
                        1234,
                        LABEL,
                        new ScreeningRecord("output", "ALLOW", null, null, 7, "librarylibrary"),
                        at(4),
                        watermark,
                        fingerprint),
                4);
    }

    void delivery() {
        publish("gateway", new WorkDelivered(admission, work, at(5)), 5);
        publish("gateway", new WorkPublished(admission, work, alice, at(6), null), 6);
    }

    void complaint() {
        publish("complaints", new ComplaintFiled(ticket, work, "that is me", at(7), at(90_000)), 7);
        publish("complaints", new ComplaintResolved(ticket, work, true, true, new PersonId("olga"), at(8)), 8);
    }

    void takedown() {
        publish("gateway", new WorkTakenDown(admission, work, ticket, at(9)), 9);
    }

    private void publish(String module, Event event, int second) {
        publisher.publish(module, event, codec.encode(run + "-" + second, module, event, at(second), null));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
