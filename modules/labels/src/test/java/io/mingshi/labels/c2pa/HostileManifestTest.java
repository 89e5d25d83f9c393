package io.mingshi.labels.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.image.JpegManifest;
import io.mingshi.labels.container.image.PngManifest;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Whatever the bytes are, a manifest is read or refused by name, and nothing that was not signed is trusted.
class HostileManifestTest {
    private static final List<ManifestHost> HOSTS = List.of(new PngManifest(), new JpegManifest(), new FilmHost());
    private static final List<byte[]> PLAIN =
            List.of(SmallFiles.picture("png", 40, 40), SmallFiles.picture("jpeg", 40, 40), FilmHost.film(300));
    private static final List<byte[]> SIGNED = List.of(signed(0), signed(1), signed(2));

    private static byte[] signed(int which) {
        try {
            return SmallFiles.SIGNER
                    .sign(HOSTS.get(which), Source.of(PLAIN.get(which)), SmallFiles.JSON)
                    .bytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ManifestReport check(int which, byte[] file) throws IOException {
        return ManifestReader.check(HOSTS.get(which), Source.of(file), SmallFiles.trust());
    }

    private static byte[] store(int which) throws IOException {
        return HOSTS.get(which)
                .find(Source.of(SIGNED.get(which)))
                .orElseThrow()
                .store()
                .bytes();
    }

    @Property(tries = 1000)
    void bytesOfAnyKindAreAnswered(@ForAll @IntRange(max = 1) int which, @ForAll byte[] tail) throws Exception {
        byte[] head = Bytes.slice(PLAIN.get(which), 0, which == 0 ? 33 : 2);
        byte[] file = Splice.builder().insert(head).insert(tail).build().bytes();
        assertThat(check(which, file)).isNotInstanceOf(ManifestReport.Trusted.class);
        sign(which, file);
    }

    @Property(tries = 1000)
    void aTruncatedFileIsAnswered(@ForAll @IntRange(max = 1) int which, @ForAll @DoubleRange(max = 0.99) double share)
            throws Exception {
        byte[] whole = SIGNED.get(which);
        byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));
        assertThat(check(which, cut)).isNotInstanceOf(ManifestReport.Trusted.class);
        sign(which, cut);
    }

    @Property(tries = 1000)
    void aMutatedFileIsAnswered(
            @ForAll @IntRange(max = 1) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws Exception {
        byte[] file = mutated(SIGNED.get(which), places, values);
        assertThat(check(which, file)).isNotNull();
        sign(which, file);
    }

    /// The store alone, so that the wrapping does not catch it first.
    @Property(tries = 2000)
    void aMutatedStoreIsAnswered(
            @ForAll @IntRange(max = 2) int which,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws Exception {
        byte[] store = mutated(store(which), places, values);
        byte[] file =
                HOSTS.get(which).host(Source.of(PLAIN.get(which)), store).file().bytes();
        assertThat(check(which, file)).isNotNull();
    }

    @Property(tries = 1000)
    void aStoreOfAnyBytesIsAnswered(@ForAll @IntRange(max = 2) int which, @ForAll byte[] noise) throws Exception {
        byte[] claim = Jumbf.superbox("c2cl", ManifestDraft.CLAIM, Jumbf.box("cbor", noise));
        byte[] signature = Jumbf.superbox("c2cs", ManifestDraft.SIGNATURE, Jumbf.box("cbor", noise));
        byte[] store = Jumbf.superbox("c2pa", "c2pa", Jumbf.superbox("c2ma", "urn:c2pa:x", claim, signature));
        byte[] file =
                HOSTS.get(which).host(Source.of(PLAIN.get(which)), store).file().bytes();
        assertThat(check(which, file)).isNotInstanceOf(ManifestReport.Trusted.class);
    }

    @Test
    void boxesInBoxesWithoutEndAreRefused() throws Exception {
        byte[] store = Jumbf.superbox("c2ma", "urn:c2pa:x");
        for (int depth = 0; depth < 2_000; depth++) {
            store = Jumbf.superbox("c2pa", "c2pa", store);
        }
        byte[] file =
                HOSTS.getFirst().host(Source.of(PLAIN.getFirst()), store).file().bytes();
        assertThat(check(0, file)).isInstanceOf(ManifestReport.Broken.class);
    }

    @Test
    void deepAndWideCborIsRefused() throws Exception {
        byte[] deep = new byte[200_000];
        Arrays.fill(deep, (byte) 0x81);
        byte[] wide = {(byte) 0x9B, 0, 0, 0, 1, 0, 0, 0, 0};
        for (byte[] cbor : List.of(deep, wide, new byte[300_000])) {
            byte[] claim = Jumbf.superbox("c2cl", ManifestDraft.CLAIM, Jumbf.box("cbor", cbor));
            byte[] store = Jumbf.superbox("c2pa", "c2pa", Jumbf.superbox("c2ma", "urn:c2pa:x", claim));
            byte[] file = HOSTS.getFirst()
                    .host(Source.of(PLAIN.getFirst()), store)
                    .file()
                    .bytes();
            assertThat(check(0, file)).isInstanceOfAny(ManifestReport.Broken.class, ManifestReport.Unread.class);
        }
    }

    private static byte[] mutated(byte[] file, List<Integer> places, List<Byte> values) {
        byte[] changed = file.clone();
        for (int i = 0; i < places.size(); i++) {
            changed[places.get(i) % changed.length] = values.get(i);
        }
        return changed;
    }

    /// Whatever is signed is found to be signed; whatever is not is refused with a [LabelException].
    private static void sign(int which, byte[] file) throws IOException {
        try {
            Source signed = SmallFiles.SIGNER.sign(HOSTS.get(which), Source.of(file), SmallFiles.JSON);
            assertThat(check(which, signed.bytes())).isInstanceOf(ManifestReport.Trusted.class);
        } catch (LabelException refused) {
            assertThat(refused.code()).isIn(LabelException.Code.MALFORMED, LabelException.Code.TOO_LARGE);
        }
    }
}
