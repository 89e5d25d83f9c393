package io.mingshi.labels.container.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What every container here must hold to, and files to try it on.
final class Labelled {
    static final String JSON =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"a'b\\\"c#:&<1>\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    /// The label of somebody else, as it may stand in a file already.
    static final String OTHER =
            "{\"Label\":\"2\",\"ContentProducer\":\"001191999999MA0000007910001\",\"ProduceID\":\"older\",\"ReservedCode1\":\"\","
                    + "\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    private Labelled() {}

    /// The labelled file, which shows exactly this label in the right place and stays as it is when labelled again.
    static byte[] with(Container container, byte[] file) {
        try {
            byte[] original = file.clone();
            byte[] labelled = container.label(Source.of(file), JSON).bytes();
            assertThat(file).isEqualTo(original);
            assertThat(sites(container, labelled)).hasSize(1);
            LabelSite site = sites(container, labelled).getFirst();
            assertThat(site.text()).isEqualTo(JSON);
            assertThat(site.place()).isEqualTo(Place.PRESCRIBED);
            Sightings sightings = container.read(Source.of(labelled));
            assertThat(sightings.flaws()).isEmpty();
            assertThat(sightings.unread()).isEmpty();
            return labelled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String with(Container container, String text) {
        return new String(with(container, utf8(text)), StandardCharsets.UTF_8);
    }

    static List<LabelSite> sites(Container container, byte[] file) {
        return read(container, file).sites();
    }

    static Sightings read(Container container, byte[] file) {
        try {
            return container.read(Source.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] golden(String name) {
        try (InputStream file = Labelled.class.getResourceAsStream("/io/mingshi/labels/document/" + name)) {
            if (file == null) {
                throw new IllegalStateException("no test file " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
