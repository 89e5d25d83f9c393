package io.mingshi.consent;

import static io.mingshi.consent.Journey.asked;
import static io.mingshi.consent.Journey.grant;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.consent.Journey.Asked;
import io.mingshi.consent.receipt.command.Main;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(PlayedIdentity.class)
class VerifyReceiptCommandTest {
    @TestHTTPResource("/")
    URI provider;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void everybodyIsProven() {
        PlayedIdentity.reset();
    }

    @Test
    void aReceiptIsVerifiedWithKeysThatWereKept() throws IOException {
        Asked asked = asked();
        Path receipt = receipt(Page.opened(asked.token()).passed());
        assertThat(run(receipt, "--keys", keys().toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "VERIFIED", asked.consent(), Journey.PURPOSE, "FACE_IMAGE", "ConsentGiven", "withdrawn since");
    }

    @Test
    void theProviderTellsWhetherTheConsentStillHolds() throws IOException {
        Asked asked = asked();
        Page page = Page.opened(asked.token()).passed();
        Path receipt = receipt(page);
        assertThat(run(receipt, "--url", provider.toString())).isZero();
        assertThat(out.toString()).contains("now: VALID");
        page.withdraw().statusCode(200);
        assertThat(run(receipt, "--url", provider.toString())).isZero();
        assertThat(out.toString()).contains("now: WITHDRAWN");
    }

    @Test
    void whatWasChangedOrIsNoReceiptIsNotVerified() throws IOException {
        Asked asked = asked();
        String genuine = Files.readString(receipt(Page.opened(asked.token()).passed()), UTF_8);
        int middle = genuine.length() / 2;
        char other = genuine.charAt(middle) == 'A' ? 'B' : 'A';
        for (String forged : new String[] {
            genuine.substring(0, middle) + other + genuine.substring(middle + 1), "", "no receipt", "a.b.c\u001b[31m"
        }) {
            Path file = Files.writeString(folder.resolve("forged"), forged, UTF_8);
            assertThat(run(file, "--keys", keys().toString())).as(forged).isEqualTo(1);
        }
        assertThat(err.toString()).contains("NOT VERIFIED").doesNotContain("\u001b");
    }

    @Test
    void aCommandLineThatCannotBeMeantIsRefused() throws IOException {
        Path receipt = Files.writeString(folder.resolve("receipt"), "x", UTF_8);
        assertThat(run(receipt)).isEqualTo(2);
        assertThat(run(folder.resolve("nothing"), "--keys", keys().toString())).isEqualTo(2);
        assertThat(run(receipt, "--keys", receipt.toString())).isEqualTo(2);
        assertThat(run(receipt, "--url", "http://192.0.2.1")).isEqualTo(2);
        assertThat(run(receipt, "--url", provider.toString(), "--keys", keys().toString()))
                .isEqualTo(2);
    }

    private Path receipt(Page page) throws IOException {
        String receipt = page.answer(grant()).statusCode(200).extract().path("receipt");
        return Files.writeString(folder.resolve("receipt"), receipt + "\n", UTF_8);
    }

    private Path keys() throws IOException {
        String keys = RestAssured.get("/api/consent/receipts/jwks.json").asString();
        return Files.writeString(folder.resolve("jwks.json"), keys, UTF_8);
    }

    private int run(Path file, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = file.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
