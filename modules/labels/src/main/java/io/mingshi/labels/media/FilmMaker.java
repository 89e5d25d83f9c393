package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_MISSING;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Makes a silent MP4 film of pictures.
public final class FilmMaker {
    private static final Limits LIMITS =
            new Limits(Duration.ofMinutes(5), Duration.ofMinutes(10), 64L << 20, Limits.STANDARD.addressSpace());

    private FilmMaker() {}

    /// @param width in pixels, even as the coding wants it; so is the height
    /// @param rate pictures per second
    /// @param frame gives each picture, of type `TYPE_3BYTE_BGR`, from 0 to `frames`
    /// @throws io.mingshi.labels.LabelException TOOL_MISSING or TOOL_FAILED
    public static byte[] mp4(int width, int height, int rate, int frames, IntFunction<BufferedImage> frame) {
        FfmpegProgram program = FfmpegProgram.find();
        String encoder = program.encoder("libopenh264", "libx264")
                .orElseThrow(() -> TOOL_MISSING.with("this ffmpeg has no encoder for H.264"));
        try {
            Path file = Files.createTempFile("mingshi-film", ".mp4");
            try (ChildProgram child = ChildProgram.start(
                    command(program, encoder, width + "x" + height, Integer.toString(rate), file), LIMITS, true)) {
                feed(child, frames, frame);
                child.end();
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the film cannot be kept in a temporary file", e);
        }
    }

    private static List<String> command(FfmpegProgram program, String encoder, String size, String rate, Path file) {
        List<String> command =
                new ArrayList<>(List.of(program.path().toString(), "-hide_banner", "-loglevel", "error", "-y"));
        command.addAll(List.of("-f", "rawvideo", "-pix_fmt", "bgr24", "-s", size, "-r", rate, "-i", "pipe:0"));
        command.addAll(List.of("-c:v", encoder, "-b:v", "1500k", "-pix_fmt", "yuv420p", "-an"));
        command.addAll(List.of("-movflags", "+faststart", "-f", "mp4", "file:" + file));
        return command;
    }

    private static void feed(ChildProgram child, int frames, IntFunction<BufferedImage> frame) throws IOException {
        try (OutputStream out = child.input()) {
            for (int i = 0; i < frames; i++) {
                out.write(((DataBufferByte) frame.apply(i).getRaster().getDataBuffer()).getData());
            }
        }
    }
}
