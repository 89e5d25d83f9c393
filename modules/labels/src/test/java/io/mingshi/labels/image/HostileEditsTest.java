package io.mingshi.labels.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Part of PG-X.2: a damaged picture is refused by name, or comes out with a mark that can be seen.
class HostileEditsTest {
    private static final List<String> NAMES = List.of(
            "444.jpg",
            "grey.jpg",
            "lossy.webp",
            "lossless.webp",
            "alpha-lossy.webp",
            "animated.webp",
            "animated.gif",
            "disposal.gif",
            "interlaced.gif");
    private static final List<byte[]> FILES =
            NAMES.stream().map(HostileEditsTest::bytes).toList();

    private final PictureEditor editor = new PictureEditor();
    private final PictureEditor withoutNatives = new PictureEditor(Optional.empty());

    private static byte[] bytes(String name) {
        try (InputStream in = HostileEditsTest.class.getResourceAsStream("/io/mingshi/labels/image/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(PictureEditor editor, MediaType type, byte[] file) throws IOException {
        try {
            Source edited = editor.edit(type, Source.of(file), ExplicitPolicy.STANDARD, Optional.empty());
            assertThat(editor.markFlaw(type, edited, ExplicitPolicy.STANDARD)).isEmpty();
        } catch (LabelException refused) {
            assertThat(refused.code()).isNotEqualTo(LabelException.Code.READ_BACK_FAILED);
        }
    }

    private void isDecodedOrRefused(MediaType type, byte[] file) throws IOException {
        try {
            assertThat(editor.decoded(type, Source.of(file))).isPresent();
        } catch (LabelException refused) {
            assertThat(refused.code()).isNotEqualTo(LabelException.Code.READ_BACK_FAILED);
        }
    }

    @Property(tries = 1500)
    void aMutatedPictureIsMarkedOrRefused(
            @ForAll @IntRange(max = 8) int which,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1 << 30) Integer> places,
            @ForAll @Size(5) List<Byte> values)
            throws IOException {
        byte[] file = FILES.get(which).clone();
        for (int i = 0; i < places.size(); i++) {
            int reach = i % 2 == 0 ? file.length : Math.min(file.length, 900);
            file[places.get(i) % reach] = values.get(i);
        }
        MediaType type = MediaType.ofName(NAMES.get(which)).orElseThrow();
        check(editor, type, file);
        isDecodedOrRefused(type, file);
        if (type == MediaType.JPEG) {
            check(withoutNatives, type, file);
        }
    }
}
