package io.mingshi.servicekit.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.IdentityEvent.PersonErased;
import io.mingshi.testkit.Topic;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EventFlowTest {
    @Inject
    KitOutbox outbox;

    @Inject
    KitInbox inbox;

    @Inject
    EventCodec codec;

    @Inject
    @DataSource("kit")
    AgroalDataSource dataSource;

    @Test
    void aFactOfACommittedTransactionArrivesOnceAsACloudEvent() {
        var person = person();
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(erased(person)));
        String message = Topic.of("kit").await(text -> text.contains(person.value()));
        assertThat(codec.decode(message).event()).contains(erased(person));
        awaitApplied(person, 1);
    }

    @Test
    void aFactOfARolledBackTransactionNeverLeaves() {
        var gone = person();
        var kept = person();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.publish(erased(gone));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(erased(kept)));
        awaitApplied(kept, 1);
        assertThat(applied(gone)).isEmpty();
    }

    @Test
    void factsAboutOneSubjectArriveInTheOrderOfTheirWriting() {
        var person = person();
        List<Instant> written = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Instant at = Instant.EPOCH.plusSeconds(i);
            written.add(at);
            QuarkusTransaction.requiringNew().run(() -> outbox.publish(new PersonErased(person, at)));
        }
        List<Instant> arrived = new ArrayList<>();
        Topic.of("kit").await(text -> {
            codec.decode(text)
                    .event()
                    .filter(event -> event.subject().equals(person.value()))
                    .ifPresent(event -> arrived.add(((PersonErased) event).erasedAt()));
            return arrived.size() == written.size();
        });
        assertThat(arrived).isEqualTo(written);
    }

    @Test
    void aRepeatedDeliveryIsAppliedOnce() {
        var person = person();
        String message = codec.encode(UUID.randomUUID().toString(), "kit", erased(person), Instant.now(), null);
        Topic.of("kit").publish(person.value(), message);
        Topic.of("kit").publish(person.value(), message);
        var last = person();
        Topic.of("kit")
                .publish(
                        person.value(),
                        codec.encode(UUID.randomUUID().toString(), "kit", erased(last), Instant.now(), null));
        awaitApplied(last, 1);
        assertThat(applied(person)).hasSize(1);
    }

    @Test
    void whileAPartIsDownTheEventIsTriedAgain() {
        KitInbox.FAILURES_TO_COME.set(3);
        var person = person();
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(erased(person)));
        awaitApplied(person, 1);
    }

    @Test
    void aPoisonMessageGoesToTheDeadLettersWithItsReasonAndIsVisible() {
        String poison = "{\"poison\":\"" + UUID.randomUUID() + "\"}";
        Topic.of("kit").publish("poison", poison);
        assertThat(Topic.of("dead-letters.kit-kit").await(poison::equals)).isEqualTo(poison);
        given().get("/q/health/ready").then().statusCode(200).body(containsString("dead letters"));
        given().get("/q/metrics").then().body(containsString("mingshi_dead_letters_total{channel=\"kit-kit\""));
        var after = person();
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(erased(after)));
        awaitApplied(after, 1);
    }

    @Test
    void ofManyEventsOnlyTheOneThatCanNeverBeAppliedIsBuried() {
        List<PersonId> people = List.of(person(), person(), person());
        List<Delivery> deliveries = new ArrayList<>();
        people.forEach(person -> deliveries.add(new Delivery(
                codec.encode(UUID.randomUUID().toString(), "kit", erased(person), Instant.now(), null),
                Optional.empty())));
        deliveries.add(1, new Delivery("not an event", Optional.empty()));
        deliveries.add(deliveries.getFirst());
        List<String> applied = new ArrayList<>();
        inbox.receiveAll(
                "kit-many",
                deliveries,
                events -> events.forEach(event -> {
                    if (event.envelope().subject().equals(people.get(1).value())) {
                        throw new IllegalArgumentException("never");
                    }
                    applied.add(event.envelope().subject());
                }));
        assertThat(applied)
                .endsWith(people.get(2).value())
                .contains(people.getFirst().value());
        assertThat(deadLetters("kit-many")).isEqualTo(2);
        applied.clear();
        inbox.receiveAll("kit-many", deliveries.subList(0, 1), events -> applied.add("again"));
        assertThat(applied).isEmpty();
    }

    @Test
    void aProcessThatStartsLooksForWhereRecentEndingsBegin() {
        await().atMost(Duration.ofSeconds(30)).until(() -> CountedEndings.ASSIGNED.get() > 0);
    }

    private long deadLetters(String channel) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select count(*) from dead_letter where channel = ?")) {
            select.setString(1, channel);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PersonId person() {
        return new PersonId(UUID.randomUUID().toString());
    }

    private static PersonErased erased(PersonId person) {
        return new PersonErased(person, Instant.EPOCH);
    }

    private void awaitApplied(PersonId person, int times) {
        await().atMost(Duration.ofSeconds(30)).until(() -> applied(person).size() >= times);
        assertThat(applied(person)).hasSize(times);
    }

    private List<String> applied(PersonId person) {
        List<String> ids = new ArrayList<>();
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select event_id from applied where subject = ?")) {
            select.setString(1, person.value());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }
}
