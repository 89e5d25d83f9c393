package io.mingshi.labels.container.audio;

import io.mingshi.labels.container.Container;
import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Small files that ffmpeg and sox made, and what can be done to them.
final class SoundFiles {
    static final String JSON =
            "{\"Label\":\"1\",\"ContentProducer\":\"001191000000000000000K10001\",\"ProduceID\":\"a\\\"b&<c>\","
                    + "\"ReservedCode1\":\"\",\"ContentPropagator\":\"\",\"PropagateID\":\"\",\"ReservedCode2\":\"\"}";

    static final String OTHER_JSON = "{\"Label\":\"2\",\"ContentProducer\":\"somebody\"}";

    /// Those that can be labelled.
    static final List<String> NAMES = List.of(
            "pcm.wav",
            "rf64.wav",
            "streamed.wav",
            "sox-streamed.wav",
            "bare.mp3",
            "v24.mp3",
            "v23-cover-v1.mp3",
            "tone.flac",
            "cover.flac",
            "vorbis.ogg",
            "opus.opus",
            "chained.ogg");

    private SoundFiles() {}

    static byte[] of(String name) {
        try (InputStream in = SoundFiles.class.getResourceAsStream("/io/mingshi/labels/sounds/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Container container(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "wav" -> new WavContainer();
            case "mp3" -> new Mp3Container();
            case "flac" -> new FlacContainer();
            case "ogg", "opus" -> new OggContainer();
            default -> throw new AssertionError(name);
        };
    }

    static byte[] labelled(Container container, byte[] file, String json) {
        return InMemory.call(() -> bytes(container.label(Source.of(file), json)));
    }

    /// Passed on as a stream, which is how large files go.
    static byte[] bytes(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        source.transferTo(Channels.newChannel(out));
        return out.toByteArray();
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
