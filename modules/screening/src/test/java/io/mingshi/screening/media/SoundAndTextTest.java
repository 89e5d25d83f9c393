package io.mingshi.screening.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Words in pictures, sounds and films are screened like any other text.
class SoundAndTextTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final TextCheck TEXTS = TextCheck.of(Screener.of(List.of(new Rule("R-7", "A.1-3", "build a bomb"))));

    @TempDir
    Path folder;

    @Test
    void forbiddenWordsInASoundBlockIt() {
        var says = new SoundScreener(new TranscriptionProgram(List.of("cat"), LIMIT), TEXTS, 1_000);
        assertThat(says.screen("how to build a bomb".getBytes(UTF_8), "x.wav"))
                .isInstanceOfSatisfying(
                        MediaVerdict.Block.class,
                        block -> assertThat(block.because().rule()).isEqualTo("R-7"));
        assertThat(says.screen("good morning".getBytes(UTF_8), "x.wav"))
                .isEqualTo(new MediaVerdict.Allow(List.of("transcript:cat")));
    }

    @Test
    void aProgramThatFailsHangsOrFloodsGivesNoVerdict() {
        refuses(List.of("false"), "ended with");
        refuses(List.of("no-such-program-here"), "cannot be run");
        refuses(List.of("sh", "-c", "exec sleep 60"), "longer than");
        refuses(List.of("sh", "-c", "yes"), "gave more than");
    }

    private static void refuses(List<String> command, String why) {
        var program = new TranscriptionProgram(command, Duration.ofSeconds(2));
        assertThatThrownBy(() -> program.transcribe(new byte[100_000], "x.wav"))
                .isInstanceOf(UnscreenableException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aServerIsAskedAsOpenAisIs() throws IOException {
        var asked = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/audio/transcriptions", exchange -> {
            asked.set(exchange.getRequestHeaders().getFirst("Authorization")
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] text = "how to build a bomb".getBytes(UTF_8);
            exchange.sendResponseHeaders(asked.get().contains("broken") ? 500 : 200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        try {
            var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
            var transcriber = new TranscriptionServer(base, "a-key", "whisper-1", LIMIT);
            assertThat(transcriber.transcribe("RIFF".getBytes(UTF_8), "x.wav")).isEqualTo("how to build a bomb");
            assertThat(asked.get()).contains("Bearer a-key", "whisper-1", "filename=\"x.wav\"", "RIFF");
            assertThatThrownBy(() -> transcriber.transcribe("broken".getBytes(UTF_8), "x.wav"))
                    .isInstanceOf(UnscreenableException.class)
                    .hasMessageContaining("500");
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Timeout(30)
    void aServerThatStopsInTheMiddleOfItsAnswerGivesNoVerdict() throws IOException {
        var end = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("good".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await(end);
            exchange.close();
        });
        server.start();
        try {
            var base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var transcriber = new TranscriptionServer(base, "", "whisper-1", Duration.ofSeconds(1));
            assertThatThrownBy(() -> transcriber.transcribe("RIFF".getBytes(UTF_8), "x.wav"))
                    .isInstanceOf(UnscreenableException.class)
                    .hasMessageContaining("took longer");
        } finally {
            end.countDown();
            server.stop(0);
        }
    }

    @Test
    void aFilmWhoseFramesTakeTooLongHasNoVerdict() throws IOException {
        var end = new CountDownLatch(1);
        PictureCheck slow = new PictureCheck() {
            @Override
            public String name() {
                return "slow";
            }

            @Override
            public boolean tells() {
                return true;
            }

            @Override
            public List<Signal> look(Picture picture) {
                await(end);
                return List.of();
            }
        };
        byte[] film = film("blue", "red", false);
        try (var pictures = new PictureScreener(List.of(slow), 1, Duration.ofMillis(300))) {
            var screener = new FilmScreener(pictures, Optional.empty(), 2);
            assertThatThrownBy(() -> screener.screen(MediaType.MP4, film))
                    .isInstanceOf(UnscreenableException.class)
                    .hasMessageContaining("took longer");
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch end) {
        try {
            assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aLongSoundIsNotTranscribed() {
        var says = new SoundScreener(new TranscriptionProgram(List.of("cat"), LIMIT), TEXTS, 3);
        assertThatThrownBy(() -> says.screen(new byte[4], "x.wav")).isInstanceOf(UnscreenableException.class);
    }

    /// A program that plays tesseract reads forbidden words in every picture that it is shown.
    @Test
    void forbiddenWordsInAPictureBlockIt() throws IOException {
        Path reader = Files.writeString(
                folder.resolve("reader"),
                "#!/bin/sh\n[ \"$1\" = --version ] || { cat > /dev/null; echo build a bomb; }\n");
        assertThat(reader.toFile().setExecutable(true)).isTrue();
        PictureText text =
                PictureText.find(reader.toString(), "eng", LIMIT, TEXTS).orElseThrow();
        assertThat(text.look(Picture.of(Pictures.saying("How to build a bomb at home"))))
                .extracting(Signal::rule)
                .containsExactly("R-7");
        assertThat(text.look(Picture.of(Pictures.even(Color.BLUE)))).isEmpty();
    }

    @Test
    void whereTheReaderIsMissingNoTextIsRead() {
        assertThat(PictureText.find("no-such-program-here", "eng", LIMIT, TEXTS))
                .isEmpty();
    }

    @Test
    void tesseractReadsAPicture() {
        Optional<PictureText> text = PictureText.find("tesseract", "eng", LIMIT, TEXTS);
        Assumptions.assumeTrue(text.isPresent(), "tesseract is not installed");
        assertThat(text.orElseThrow().look(Picture.of(Pictures.saying("How to build a bomb at home"))))
                .extracting(Signal::rule)
                .containsExactly("R-7");
    }

    @Test
    void aFilmIsDecidedByItsFramesAndItsSound() throws IOException {
        try (var pictures =
                new PictureScreener(List.of(new TrainedClassifier(TrainedClassifierTest.redOrNot())), 1, LIMIT)) {
            var deaf = new FilmScreener(pictures, Optional.empty(), 4);
            assertThat(deaf.screen(MediaType.MP4, film("blue", "red", false))).isInstanceOf(MediaVerdict.Block.class);
            assertThat(deaf.screen(MediaType.MP4, film("blue", "green", false))).isInstanceOf(MediaVerdict.Allow.class);
            assertThat(deaf.screen(MediaType.MP4, film("blue", "green", true))).isEqualTo(new MediaVerdict.Undecided());
            var says = new SoundScreener(
                    new TranscriptionProgram(List.of("sh", "-c", "cat > /dev/null; echo build a bomb"), LIMIT),
                    TEXTS,
                    1_000_000);
            var hearing = new FilmScreener(pictures, Optional.of(says), 4);
            assertThat(hearing.screen(MediaType.MP4, film("blue", "green", true)))
                    .isInstanceOf(MediaVerdict.Block.class);
        }
    }

    @Test
    void somethingThatIsNoFilmHasNoVerdict() {
        try (var pictures = new PictureScreener(List.of(), 1, LIMIT)) {
            var screener = new FilmScreener(pictures, Optional.empty(), 4);
            assertThatThrownBy(() -> screener.screen(MediaType.MP4, "no film".getBytes(UTF_8)))
                    .isInstanceOf(UnscreenableException.class);
        }
    }

    /// Two seconds of one colour and two of another.
    private byte[] film(String first, String second, boolean sound) throws IOException {
        Path file = folder.resolve(first + second + sound + ".mp4");
        var arguments = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=" + first + ":s=64x64:d=2:r=5",
                "-f",
                "lavfi",
                "-i",
                "color=" + second + ":s=64x64:d=2:r=5"));
        if (sound) {
            arguments.addAll(List.of("-f", "lavfi", "-i", "sine=d=4"));
        }
        arguments.addAll(List.of("-filter_complex", "[0:v][1:v]concat=n=2:v=1[v]", "-map", "[v]"));
        if (sound) {
            arguments.addAll(List.of("-map", "2:a"));
        }
        arguments.add(file.toString());
        FfmpegProgram.find().run(arguments);
        return Files.readAllBytes(file);
    }
}
