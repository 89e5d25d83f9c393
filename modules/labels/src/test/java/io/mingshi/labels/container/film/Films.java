package io.mingshi.labels.container.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.bmff.BmffContainer;
import io.mingshi.labels.container.bmff.HeifContainer;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// Small films and pictures that ffmpeg, mkvmerge, heif-enc and ImageMagick made, and what the tests do with them.
public final class Films {
    public static final String JSON = AigcLabel.generated(
                    ProviderCode.of("001191000000000000000K10001"), "019ab0c2-7d1e-7000-8000-00000000abcd")
            .toJson();

    public static final String OTHER_JSON = AigcLabel.generated(ProviderCode.of("001191999999MA0000007910001"), "first")
            .toJson();

    /// All that hold films or sound.
    public static final List<String> FILMS = List.of(
            "plain.mp4",
            "faststart.mp4",
            "fragments.mp4",
            "fragments-own-base.mp4",
            "itunes.mp4",
            "plain.mov",
            "camera.mov",
            "sound.m4a",
            "plain.mkv",
            "merged.mkv",
            "live.mkv",
            "plain.webm",
            "plain.flv",
            "keyframes.flv",
            "plain.avi");

    public static final List<String> PICTURES = List.of("plain.heic", "described.heic", "plain.avif");

    private Films() {}

    public static byte[] bytes(String name) {
        try (InputStream in = Films.class.getResourceAsStream("/io/mingshi/labels/film/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Container container(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mp4", "mov", "m4a" -> new BmffContainer();
            case "heic", "avif" -> new HeifContainer();
            case "mkv", "webm" -> new MatroskaContainer();
            case "flv" -> new FlvContainer();
            case "avi" -> new AviContainer();
            default -> throw new AssertionError(name);
        };
    }

    public static byte[] label(Container container, byte[] file, String json) {
        try {
            return container.label(Source.of(file), json).bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] labelled(String name) {
        return label(container(name), bytes(name), JSON);
    }

    public static Sightings read(Container container, byte[] file) {
        try {
            return container.read(Source.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One label, in its place, and a file that is sound.
    public static void assertLabelled(Container container, byte[] file, String json) {
        Sightings seen = read(container, file);
        assertThat(seen.flaws()).isEmpty();
        assertThat(seen.unread()).isEmpty();
        assertThat(seen.sites())
                .singleElement()
                .returns(LabelSite.Place.PRESCRIBED, LabelSite::place)
                .returns(json, LabelSite::text);
    }

    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// The only place of a text in a file.
    public static int find(byte[] file, String latin1) {
        return Bytes.latin1(file, 0, file.length).indexOf(latin1);
    }

    /// How often a text stands in a file.
    public static int count(byte[] file, String latin1) {
        return Bytes.latin1(file, 0, file.length).split(Pattern.quote(latin1), -1).length - 1;
    }

    /// The file with one text in the place of another of the same length.
    public static byte[] with(byte[] file, String old, String other) {
        assertThat(other).hasSameSizeAs(old);
        return Bytes.latin1(Bytes.latin1(file, 0, file.length).replace(old, other));
    }

    /// The file shows one label in a wrong place, and after labelling nothing of it is left.
    static byte[] assertMisplacedAndRemoved(Container container, byte[] file) {
        assertThat(read(container, file).sites())
                .singleElement()
                .returns(LabelSite.Place.MISPLACED, LabelSite::place)
                .returns(OTHER_JSON, LabelSite::text);
        byte[] labelled = label(container, file, JSON);
        assertLabelled(container, labelled, JSON);
        assertThat(count(labelled, "001191999999MA0000007910001")).isZero();
        return labelled;
    }
}
