package io.mingshi.labels.container.document;

import static io.mingshi.labels.container.document.Labelled.JSON;
import static io.mingshi.labels.container.document.Labelled.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.source.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SidecarTest {
    private static final Source TEXT = Source.of(utf8("abc"));

    @Test
    void aSidecarFitsItsTextAndNoOther() throws Exception {
        byte[] sidecar = Sidecar.write(TEXT, JSON);
        assertThat(Sidecar.verify(TEXT, sidecar)).isEqualTo(new Sidecar.Fits(JSON));
        assertThat(Sidecar.verify(Source.of(utf8("abd")), sidecar)).isEqualTo(new Sidecar.Differs(JSON));
    }

    @Test
    void aSidecarHoldsTheFormOfAnnexEAndTheDigest() throws Exception {
        String sidecar = new String(Sidecar.write(TEXT, JSON), StandardCharsets.UTF_8);
        assertThat(sidecar)
                .startsWith("{\"AIGC\": " + JSON)
                .contains("\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
        assertThat(AigcLabel.read(JSON).label()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"AIGC\":{},\"AIGC\":{},\"SHA-256\":\"\"}", "{\"AIGC\":{}}"})
    void whatIsNoSidecarIsRefused(String text) {
        assertThatExceptionOfType(LabelException.class).isThrownBy(() -> Sidecar.verify(TEXT, utf8(text)));
    }
}
