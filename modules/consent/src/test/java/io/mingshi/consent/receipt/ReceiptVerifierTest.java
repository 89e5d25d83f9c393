package io.mingshi.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshi.consent.receipt.ReceiptVerifier.Verdict;
import java.util.Base64;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class ReceiptVerifierTest {
    private static final String PAYLOAD = "{\"dpv:hasRecordOfActivity\":{\"dct:identifier\":\"C-1\"}}";

    private final ReceiptKey key = key();
    private final ReceiptVerifier verifier = new ReceiptVerifier("{\"keys\":[" + key.publicJwk() + "]}");

    @Example
    void whatTheKeySignedIsGenuine() {
        assertThat(verifier.verify(key.sign(PAYLOAD)))
                .isInstanceOfSatisfying(
                        Verdict.Genuine.class,
                        genuine -> assertThat(genuine.consent()).isEqualTo("C-1"));
        assertThat(verifier.verify(key.sign("{}"))).isInstanceOf(Verdict.Forged.class);
        assertThat(verifier.verify(key.sign("no JSON"))).isInstanceOf(Verdict.Forged.class);
    }

    @Example
    void withoutItsKeyItIsNot() {
        assertThat(new ReceiptVerifier("{\"keys\":[]}").verify(key.sign(PAYLOAD)))
                .isInstanceOf(Verdict.Forged.class);
        assertThatThrownBy(() -> new ReceiptVerifier("[]")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void anyTextIsForgedAndNoFault(
            @ForAll @StringLength(max = 300) @CharRange(from = ' ', to = '~') @Chars({'.', '.', '\n', '中'})
                    String text) {
        assertThat(verifier.verify(text)).isInstanceOf(Verdict.Forged.class);
    }

    @Property(tries = 300)
    void anyHeaderAndPayloadIsForgedAndNoFault(@ForAll String header, @ForAll String payload) {
        assertThat(verifier.verify(base64(header) + "." + base64(payload) + "." + base64("x")))
                .isInstanceOf(Verdict.Forged.class);
    }

    @Property(tries = 300)
    void aReceiptWithOneChangedCharacterIsForged(@ForAll int position, @ForAll("letters") char letter) {
        String receipt = key.sign(PAYLOAD);
        int at = Math.floorMod(position, receipt.length() - 2);
        String changed = receipt.substring(0, at) + letter + receipt.substring(at + 1);
        if (!changed.equals(receipt)) {
            assertThat(verifier.verify(changed)).isInstanceOf(Verdict.Forged.class);
        }
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<Character> letters() {
        return net.jqwik.api.Arbitraries.chars().alpha();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ReceiptKey key() {
        return new ReceiptKey(Base64.getEncoder().encodeToString(new byte[32]));
    }
}
