package io.mingshi.labels.media;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.PixelBudget;
import io.mingshi.labels.media.FilmEditor.FrameSink;
import io.mingshi.labels.media.Streams.Film;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Looks at the first frames of a film.
///
/// @param file of this type
/// @param streams what is in it
record FilmReading(FfmpegProgram program, MediaType type, Path file, Streams streams) {
    /// What the standard wants at least.
    private static final double SECONDS = 2.0;

    /// More frames in two seconds than any player shows.
    private static final int MOST_FRAMES = 1_000;

    /// Films for people to look at have no more; a file of a few bytes a frame can have thousands.
    private static final int MOST_A_SECOND = 60;

    Perceived perceive() throws IOException {
        Optional<FilmMark> size = FilmMark.of(streams.film(), Corner.BOTTOM_RIGHT);
        if (size.isEmpty()) {
            return new Perceived.NotFound("a film of this size has no room for a legible mark");
        }
        if (streams.film().highDynamicRange()) {
            return new Perceived.NotChecked("films of high dynamic range are not looked at here");
        }
        Set<Corner> still = EnumSet.allOf(Corner.class);
        int frames = look(still);
        if (frames == 0) {
            return new Perceived.NotFound("the first two seconds show no frame");
        }
        return still.stream()
                .findFirst()
                .flatMap(corner -> FilmMark.of(streams.film(), corner))
                .<Perceived>map(mark -> new Perceived.Found(mark.where(), Optional.of(mark.box())))
                .orElseGet(() -> new Perceived.NotFound("the corners of every frame in the first two seconds"));
    }

    /// Takes the corners out of the set whose mark has a flaw in any frame; looks no further when none is left.
    private int look(Set<Corner> still) {
        List<FilmMark> marks = new ArrayList<>();
        for (Corner corner : Corner.values()) {
            FilmMark.of(streams.film(), corner).ifPresent(marks::add);
        }
        int[] frames = {0};
        FilmMark first = marks.getFirst();
        PixelBudget.STANDARD.requireFrame(new Size(first.width(), first.height()));
        program.read(corners(marks), output -> {
            Rectangle cut = cut(first);
            byte[] strip = new byte[cut.width * cut.height * marks.size() * 3];
            while (!still.isEmpty() && frames[0] < MOST_FRAMES) {
                int read = output.readNBytes(strip, 0, strip.length);
                if (read < strip.length) {
                    return true;
                }
                frames[0]++;
                for (int i = 0; i < marks.size(); i++) {
                    if (still.contains(marks.get(i).corner()) && hasFlaw(marks.get(i), strip, i)) {
                        still.remove(marks.get(i).corner());
                    }
                }
            }
            return false;
        });
        return frames[0];
    }

    private static boolean hasFlaw(FilmMark mark, byte[] strip, int place) {
        Rectangle cut = cut(mark);
        Rectangle plate = mark.place();
        BufferedImage picture = new BufferedImage(plate.width, plate.height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < plate.height; y++) {
            int row = (place * cut.height + y + plate.y - cut.y) * cut.width + plate.x - cut.x;
            for (int x = 0; x < plate.width; x++) {
                int at = 3 * (row + x);
                int rgb = ((strip[at + 2] & 0xFF) << 16) | ((strip[at + 1] & 0xFF) << 8) | (strip[at] & 0xFF);
                picture.setRGB(x, y, rgb);
            }
        }
        return mark.mark().flawIn(picture).isPresent();
    }

    /// The plate and at most a pixel around it, as two pixels share their colour; of the same size in every corner.
    private static Rectangle cut(FilmMark mark) {
        Rectangle plate = mark.place();
        int width = (plate.width + 3) & ~1;
        int height = (plate.height + 3) & ~1;
        return new Rectangle(
                Math.min(plate.x & ~1, Math.max(0, mark.width() - width)),
                Math.min(plate.y & ~1, Math.max(0, mark.height() - height)),
                width,
                height);
    }

    /// The four corners of each frame as seen, one above the other.
    private List<String> corners(List<FilmMark> marks) {
        FilmMark first = marks.getFirst();
        StringBuilder graph = new StringBuilder("[0:" + streams.film().index() + "]");
        if (first.stretched()) {
            graph.append("scale=")
                    .append(first.width())
                    .append(':')
                    .append(first.height())
                    .append(',');
        }
        graph.append(beginning(SECONDS)).append(",format=yuv420p,split=").append(marks.size());
        marks.forEach(mark -> graph.append("[whole").append(mark.corner()).append(']'));
        for (FilmMark mark : marks) {
            Rectangle cut = cut(mark);
            graph.append(String.format(
                    Locale.ROOT,
                    ";[whole%s]crop=%d:%d:%d:%d:exact=1[%s]",
                    mark.corner(),
                    cut.width,
                    cut.height,
                    cut.x,
                    cut.y,
                    mark.corner()));
        }
        graph.append(';');
        marks.forEach(mark -> graph.append('[').append(mark.corner()).append(']'));
        graph.append("vstack=inputs=").append(marks.size()).append("[seen]");
        List<String> arguments = opened(SECONDS);
        arguments.addAll(List.of("-filter_complex", graph.toString(), "-map", "[seen]"));
        arguments.addAll(raw("bgr24"));
        return arguments;
    }

    /// The beginning of the film, which may lie behind that of the file.
    private List<String> opened(double seconds) {
        double delay = Math.max(0, streams.film().start() - streams.start());
        List<String> arguments = new ArrayList<>(List.of("-t", String.format(Locale.ROOT, "%.6f", delay + seconds)));
        arguments.addAll(FfmpegProgram.film(type, file));
        return arguments;
    }

    /// The time counts from the first frame; what is opened may hold more.
    private static String beginning(double seconds) {
        return String.format(Locale.ROOT, "trim=duration=%.6f", seconds);
    }

    private static List<String> raw(String pixels) {
        return List.of("-fps_mode", "passthrough", "-pix_fmt", pixels, "-f", "rawvideo", "pipe:1");
    }

    void frames(int mostSeconds, FrameSink sink) {
        Film film = streams.film();
        int width = film.turned() ? film.height() : film.width();
        int height = film.turned() ? film.width() : film.height();
        Size size = new Size(width, height);
        PixelBudget.STANDARD.requireFrame(size);
        List<String> arguments = opened(mostSeconds);
        arguments.addAll(List.of("-map", "0:" + film.index(), "-vf", beginning(mostSeconds)));
        arguments.addAll(raw("yuv420p"));
        byte[] luma = new byte[Math.multiplyExact(width, height)];
        long chroma = 2L * ((width + 1) / 2) * ((height + 1) / 2);
        program.read(arguments, output -> show(output, luma, chroma, size, (long) mostSeconds * MOST_A_SECOND, sink));
    }

    private static boolean show(InputStream in, byte[] luma, long chroma, Size size, long most, FrameSink sink)
            throws IOException {
        for (long index = 0; in.readNBytes(luma, 0, luma.length) == luma.length; index++) {
            if (!sink.take(luma, size.width(), size.height(), index) || index + 1 == most) {
                return false;
            }
            in.skipNBytes(chroma);
        }
        return true;
    }
}
