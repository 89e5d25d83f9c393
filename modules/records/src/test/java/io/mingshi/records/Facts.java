package io.mingshi.records;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ConsentId;
import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.contracts.event.ConsentEvent.ConsentRequested;
import io.mingshi.contracts.event.GatewayEvent.UnlabelledSupplied;
import io.mingshi.contracts.event.GatewayEvent.WorkRecorded;
import io.mingshi.contracts.event.ScreeningRecord;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Facts that tests keep.
final class Facts {
    private static final ModelId MODEL = new ModelId("mingshi-demo-edit");

    private Facts() {}

    static String id(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    static PersonId person() {
        return new PersonId(id("P"));
    }

    static WorkRecorded work(PersonId person, ProduceId work, Instant at) {
        return new WorkRecorded(
                new AdmissionId("A-" + work),
                work,
                person,
                MODEL,
                "1.2",
                ContentKind.IMAGE,
                "image/png",
                "cc",
                1234,
                GoldenStory.LABEL,
                new ScreeningRecord("output", "ALLOW", null, null, 7, "librarylibrary"),
                at,
                null,
                null);
    }

    static WorkRecorded work(PersonId person, Instant at) {
        return work(person, new ProduceId(id("W")), at);
    }

    static UnlabelledSupplied unlabelled(ProduceId work, PersonId recipient, Instant at) {
        return new UnlabelledSupplied(new AdmissionId("A-" + work), work, recipient, "for a film", "3", at);
    }

    static ConsentRequested consent(ConsentId consent, Instant validUntil, Instant at) {
        return new ConsentRequested(
                consent,
                person(),
                Set.of(Modality.FACE_IMAGE),
                Set.of(MODEL),
                "birthday card",
                validUntil,
                "1",
                at,
                null);
    }
}
