package io.mingshi.conformance.gateway;

import static org.awaitility.Awaitility.await;

import io.mingshi.client.Answer;
import io.mingshi.conformance.upstream.Asked;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/// Whether forbidden input reaches a model.
record InputCheck(Gateway gateway) {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration NEVER = Duration.ofSeconds(3);

    Finding examine(Cell cell) {
        Place place = Place.of(cell.surface()).stream()
                .filter(one -> one.name().equals(cell.what()))
                .findAny()
                .orElseThrow();
        if (place.kind() == Kind.WORDS_IN_PICTURE && !gateway.readsPictures()) {
            return Finding.notOffered("nothing that reads pictures is set up");
        }
        String mark = Examination.mark();
        Answer calm = gateway.send(place, cell.streamed(), 1, Content.calm(mark));
        if (calm.status() != 200) {
            return Finding.notOffered("the innocent twin: " + Examination.briefly(calm));
        }
        return switch (cell.surface()) {
            case FILES -> kept(place);
            case MODERATIONS -> flagged(place, calm);
            default -> handedOn(place, cell, mark);
        };
    }

    private Finding handedOn(Place place, Cell cell, String mark) {
        Predicate<Asked> innocent =
                asked -> place.kind() != Kind.TEXT || asked.text().contains(mark);
        if (!reaches(place.surface(), SOON, innocent)) {
            return Finding.notOffered("what stands there is not handed on to the model");
        }
        gateway.server().forget();
        Answer answer = gateway.send(place, cell.streamed(), 1, forbidden(place));
        Predicate<Asked> leaked = asked -> place.kind() != Kind.TEXT
                || asked.text().toLowerCase(Locale.ROOT).contains(gateway.forbidden());
        boolean begun = place.surface() == Surface.VIDEOS && answer.status() == 200;
        return reaches(place.surface(), begun ? NEVER : Duration.ZERO, leaked)
                ? Finding.fault("it reached the model; the client got " + Examination.briefly(answer))
                : Finding.holds(Examination.briefly(answer));
    }

    /// Films are begun after the answer.
    private boolean reaches(Surface surface, Duration patience, Predicate<Asked> wanted) {
        if (surface != Surface.VIDEOS || patience.isZero()) {
            return gateway.server().asked().stream().anyMatch(wanted);
        }
        try {
            await().atMost(patience)
                    .until(() -> gateway.server().asked().stream().anyMatch(wanted));
            return true;
        } catch (ConditionTimeoutException never) {
            return false;
        }
    }

    private Finding kept(Place place) {
        Answer answer = gateway.send(place, false, 1, forbidden(place));
        return answer.status() < 400
                ? Finding.fault("the file was taken: " + Examination.briefly(answer))
                : Finding.holds(Examination.briefly(answer));
    }

    private Finding flagged(Place place, Answer calm) {
        if (flagged(calm)) {
            return Finding.fault("what is innocent is flagged");
        }
        return flagged(gateway.send(place, false, 1, forbidden(place)))
                ? Finding.holds("flagged")
                : Finding.fault("what is forbidden is not flagged");
    }

    private static boolean flagged(Answer answer) {
        return answer.json().path("results").path(0).path("flagged").asBoolean();
    }

    private Content forbidden(Place place) {
        return Content.forbidden(place.kind(), Examination.mark(), gateway.forbidden());
    }
}
