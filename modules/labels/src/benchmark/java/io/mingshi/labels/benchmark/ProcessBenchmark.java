package io.mingshi.labels.benchmark;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;

/// Whole files beside other people's programs: pictures beside ImageMagick and exiftool, films beside `cp` and ffmpeg.
/// Prints a Markdown table; each figure is the median of several runs.
public final class ProcessBenchmark {
    private static final int RUNS = 5;
    private static final LabelEngine ENGINE = new LabelEngine(Inputs.PRODUCER);
    private static final LabelRequest REQUEST = ENGINE.request("work-1");
    private static final String JSON = AigcLabel.generated(Inputs.PRODUCER, "work-1").toJson();

    private final Path folder;
    private final String ffmpeg = Loader.load(org.bytedeco.ffmpeg.ffmpeg.class);

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private ProcessBenchmark(Path folder) {
        this.folder = folder;
    }

    /// @param arguments a folder with room for 7 GB
    public static void main(String[] arguments) throws IOException, InterruptedException {
        ProcessBenchmark benchmark = new ProcessBenchmark(Files.createDirectories(Path.of(arguments[0])));
        System.out.println("| what | ours | peer | ratio |\n|---|---|---|---|");
        benchmark.picture();
        benchmark.largeFilm();
        benchmark.overlay();
    }

    private void picture() throws IOException, InterruptedException {
        Path jpeg = Files.write(folder.resolve("picture.jpg"), Inputs.jpeg(1024));
        Path marked = folder.resolve("marked.jpg");
        byte[] bytes = Files.readAllBytes(jpeg);
        for (int i = 0; i < 50; i++) {
            ENGINE.label(MediaType.JPEG, bytes, REQUEST);
        }
        double ours = median(() -> ENGINE.label(MediaType.JPEG, bytes, REQUEST));
        String font = "modules/labels/src/main/resources/io/mingshi/labels/aigc-label.ttf";
        double peer = median(() -> {
            run("convert", jpeg.toString(), "-font", font, "-gravity", "southeast", "-pointsize", "72", "-annotate", "+20+20", "AI生成", marked.toString());
            run("exiftool", "-q", "-overwrite_original", "-XMP-dc:Description=" + JSON, marked.toString());
        });
        row("JPEG 1024²: explicit + metadata + read-back, beside ImageMagick and exiftool", ours, peer, peer / ours);
    }

    private void largeFilm() throws IOException, InterruptedException {
        Path film = folder.resolve("large.mp4");
        if (!Files.exists(film)) {
            Path short20 = folder.resolve("short.mp4");
            run(ffmpeg, "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=1920x1080:r=30", "-f", "lavfi", "-i", "sine",
                    "-t", "20", "-c:v", "libopenh264", "-b:v", "10M", "-g", "60", "-pix_fmt", "yuv420p", "-c:a", "aac", short20.toString());
            run(ffmpeg, "-v", "error", "-y", "-stream_loop", Long.toString((2L << 30) / Files.size(short20)), "-i",
                    short20.toString(), "-c", "copy", "-movflags", "+faststart", film.toString());
        }
        Path copy = folder.resolve("copy.mp4");
        double cp = median(() -> {
            Files.deleteIfExists(copy);
            run("cp", film.toString(), copy.toString());
        });
        double ours = median(() -> {
            Files.deleteIfExists(copy);
            try (FileChannel channel = FileChannel.open(film)) {
                ENGINE.label(MediaType.MP4, Source.of(channel), REQUEST.with(ExplicitPolicy.NONE), Sink.file(copy));
            }
        });
        Files.deleteIfExists(copy);
        row("MP4 of " + (Files.size(film) >> 20) + " MiB: metadata + read-back, beside cp (ratio of speeds)", ours, cp, cp / ours);
    }

    private void overlay() throws IOException, InterruptedException {
        Path film = folder.resolve("short.mp4");
        Path mark = folder.resolve("mark.png");
        javax.imageio.ImageIO.write(
                new java.awt.image.BufferedImage(320, 90, java.awt.image.BufferedImage.TYPE_INT_ARGB), "png", mark.toFile());
        Path out = folder.resolve("overlaid.mp4");
        double peer = median(() -> run(ffmpeg, "-v", "error", "-y", "-i", film.toString(), "-i", mark.toString(),
                "-filter_complex", "overlay=W-w-40:H-h-40", "-c:v", "libopenh264", "-b:v", "10M", "-c:a", "copy", out.toString()), 3);
        ExplicitPolicy whole = new ExplicitPolicy(
                ExplicitPolicy.STANDARD.places(), ExplicitPolicy.Corner.BOTTOM_RIGHT, true, java.util.Optional.empty(), false);
        double wholeFilm = median(() -> film(film, out, REQUEST.with(whole)), 3);
        row("film 1080p of 20 s: label throughout + metadata + read-back, beside ffmpeg's overlay", wholeFilm, peer, wholeFilm / peer);
        double beginning = median(() -> film(film, out, REQUEST), 3);
        row("the same, label in the first seconds", beginning, peer, beginning / peer);
    }

    private static void film(Path film, Path out, LabelRequest request) throws IOException {
        try (FileChannel channel = FileChannel.open(film)) {
            ENGINE.label(MediaType.MP4, Source.of(channel), request, Sink.file(out));
        }
    }

    private static double median(Task task) throws IOException, InterruptedException {
        return median(task, RUNS);
    }

    /// Milliseconds.
    private static double median(Task task, int runs) throws IOException, InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long begun = System.nanoTime();
            task.run();
            times.add((System.nanoTime() - begun) / 1e6);
        }
        Collections.sort(times);
        return times.get(runs / 2);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static void row(String what, double ours, double peer, double ratio) {
        System.out.printf("| %s | %.1f ms | %.1f ms | %.2f |%n", what, ours, peer, ratio);
    }
}
