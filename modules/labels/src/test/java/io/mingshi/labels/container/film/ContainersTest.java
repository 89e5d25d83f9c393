package io.mingshi.labels.container.film;

import static io.mingshi.labels.container.film.Films.JSON;
import static io.mingshi.labels.container.film.Films.OTHER_JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.Container;
import io.mingshi.testkit.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What every container of films and of pictures made of boxes does.
class ContainersTest {
    static List<String> files() {
        return Stream.concat(Films.FILMS.stream(), Films.PICTURES.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileWithoutLabelIsSoundAndHasNone(String name) {
        var seen = Films.read(Films.container(name), Films.bytes(name));
        assertThat(seen.sites()).isEmpty();
        assertThat(seen.flaws()).isEmpty();
        assertThat(seen.unread()).isEmpty();
    }

    @Requirement("PG-7.2")
    @ParameterizedTest
    @MethodSource("files")
    void aLabelIsReadWhereTheGuidePutsIt(String name) {
        Films.assertLabelled(Films.container(name), Films.labelled(name), JSON);
    }

    /// Part of GB-6.1.
    @ParameterizedTest
    @MethodSource("files")
    void theLastLabelReplacesTheOneBefore(String name) {
        Container container = Films.container(name);
        byte[] twice = Films.label(container, Films.label(container, Films.bytes(name), OTHER_JSON), JSON);
        Films.assertLabelled(container, twice, JSON);
        assertThat(Films.count(twice, "001191999999MA0000007910001")).isZero();
    }

    @ParameterizedTest
    @FieldSource("io.mingshi.labels.container.film.Films#FILMS")
    void theSameLabelAgainChangesNothing(String name) {
        byte[] once = Films.labelled(name);
        assertThat(Films.label(Films.container(name), once, JSON)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("files")
    void quotesAndMarkupInAValueSurvive(String name) {
        String json = JSON.replace("019ab0c2", "a\\\"b&c<d>'e&quot;]]>");
        Container container = Films.container(name);
        Films.assertLabelled(container, Films.label(container, Films.bytes(name), json), json);
    }

    /// A long label needs wider numbers in some formats.
    @ParameterizedTest
    @MethodSource("files")
    void aLongLabelIsReadToo(String name) {
        String json = JSON.replace("019ab0c2", "x".repeat(60_000));
        Container container = Films.container(name);
        Films.assertLabelled(container, Films.label(container, Films.bytes(name), json), json);
    }
}
