package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_FAILED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.media.Streams.Film;
import io.mingshi.labels.media.movie.FilmStart;
import io.mingshi.labels.media.movie.Unspliceable;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Marks a film by encoding only its beginning, up to the first key frame after two seconds; the rest keeps its bytes.
/// This is done for H.264 in MP4 and MOV, and only if the outcome, decoded, proves right.
///
/// @param original the file
/// @param streams what is in it
/// @param mark in a corner
record FilmBeginning(
        FfmpegProgram program, MediaType type, Path original, Source file, Streams streams, FilmMark mark) {
    /// What the standard wants at least; the key frame behind it comes as late as it comes.
    private static final double LEAST_SECONDS = 2.0;

    /// How much behind the beginning is decoded to prove that it is as it was.
    private static final double PROVEN_SECONDS = 2.0;

    /// The beginning is held in memory.
    private static final int LONGEST_STREAM = 64 << 20;

    /// The marked film, or nothing if it must be encoded as a whole.
    Optional<Source> marked(Workspace workspace) throws IOException {
        Film film = streams.film();
        boolean fits = (type == MediaType.MP4 || type == MediaType.MOV)
                && film.codec().equals("h264")
                && film.pixels().matches("yuvj?420p");
        if (!fits) {
            return Optional.empty();
        }
        try {
            FilmStart start = FilmStart.of(file, LEAST_SECONDS);
            Source made = start.with(encoded(start, workspace));
            Path written = workspace.written(made, type.ending());
            return isRight(start, written) ? Optional.of(workspace.open(written)) : Optional.empty();
        } catch (Unspliceable whole) {
            return Optional.empty();
        }
    }

    private byte[] encoded(FilmStart start, Workspace workspace) throws IOException, Unspliceable {
        Path picture = workspace.newFile("png");
        ImageIO.write(turned(), "png", picture.toFile());
        List<String> arguments = new ArrayList<>(List.of("-ignore_editlist", "1", "-noautorotate"));
        arguments.addAll(FfmpegProgram.film(type, original));
        arguments.addAll(List.of("-f", "png_pipe", "-i", "file:" + picture));
        Rectangle at = storedPlace();
        arguments.addAll(List.of(
                "-filter_complex",
                String.format(
                        Locale.ROOT,
                        "[0:%d][1:v]overlay=x=%d:y=%d:format=yuv420:enable='lt(n,%d)'[film]",
                        streams.film().index(),
                        at.x,
                        at.y,
                        start.shownBefore(FilmEditor.SHOWN_SECONDS)),
                "-map",
                "[film]",
                "-frames:v",
                Integer.toString(start.count())));
        arguments.addAll(FilmEncoder.simple(streams.film(), streams.bitRate(), program));
        arguments.addAll(List.of("-f", "h264", "pipe:1"));
        byte[][] stream = {new byte[0]};
        program.read(arguments, output -> {
            stream[0] = output.readNBytes(LONGEST_STREAM);
            return stream[0].length < LONGEST_STREAM;
        });
        if (stream[0].length == LONGEST_STREAM) {
            throw new Unspliceable("the beginning is too long");
        }
        return stream[0];
    }

    /// The mark as it lies in the frames before the player turns them.
    private BufferedImage turned() {
        BufferedImage upright = mark.overlay();
        int quarters = streams.film().rotation() / 90;
        boolean swaps = quarters % 2 == 1;
        int width = swaps ? upright.getHeight() : upright.getWidth();
        int height = swaps ? upright.getWidth() : upright.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = turned.createGraphics();
        try {
            g.translate(width / 2.0, height / 2.0);
            g.rotate(Math.PI / 2 * quarters);
            g.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
            g.drawImage(upright, 0, 0, null);
        } finally {
            g.dispose();
        }
        return turned;
    }

    /// Where it lies there. The player turns frames against the clock by the rotation.
    private Rectangle storedPlace() {
        Rectangle at = mark.stored();
        int right = mark.storedWidth() - at.x - at.width;
        int bottom = mark.height() - at.y - at.height;
        return switch (streams.film().rotation()) {
            case 90 -> new Rectangle(bottom, at.x, at.height, at.width);
            case 180 -> new Rectangle(right, bottom, at.width, at.height);
            case 270 -> new Rectangle(at.y, right, at.height, at.width);
            default -> at;
        };
    }

    /// Decodes both films across the joint: the same times throughout, the same pictures behind it, the mark before it.
    private boolean isRight(FilmStart start, Path made) throws IOException {
        double seconds = Math.max(0, streams.film().start() - streams.start()) + start.seconds() + PROVEN_SECONDS;
        try {
            List<String> before = frames(original, seconds);
            List<String> after = frames(made, seconds);
            int joint = start.shown();
            boolean sameRest = before.size() == after.size()
                    && joint < before.size()
                    && before.subList(joint, before.size()).equals(after.subList(joint, after.size()));
            return sameRest
                    && times(before).equals(times(after))
                    && new FilmReading(program, type, made, program.probe(type, made)).perceive()
                            instanceof Perceived.Found;
        } catch (LabelException e) {
            if (e.code() == TOOL_FAILED) {
                return false;
            }
            throw e;
        }
    }

    /// Time and checksum of each frame.
    private List<String> frames(Path film, double seconds) {
        List<String> arguments = new ArrayList<>(List.of("-xerror", "-err_detect", "explode"));
        arguments.addAll(List.of("-t", String.format(Locale.ROOT, "%.6f", seconds)));
        arguments.addAll(FfmpegProgram.film(type, film));
        arguments.addAll(List.of("-map", "0:" + streams.film().index(), "-fps_mode", "passthrough"));
        arguments.addAll(List.of("-enc_time_base", "-1", "-f", "framecrc", "pipe:1"));
        List<String> lines = new ArrayList<>();
        program.read(arguments, output -> {
            new String(output.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(lines::add);
            return true;
        });
        return lines;
    }

    private static List<String> times(List<String> frames) {
        return frames.stream().map(line -> line.split(",", 4)[2]).toList();
    }
}
