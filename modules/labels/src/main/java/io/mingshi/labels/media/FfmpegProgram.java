package io.mingshi.labels.media;

import static io.mingshi.labels.LabelException.Code.TOOL_FAILED;
import static io.mingshi.labels.LabelException.Code.TOOL_MISSING;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The programs `ffmpeg` and `ffprobe`, run as child processes with limits.
///
/// A file is opened as the format that its bytes showed and no other, from this machine and not from the network, so
/// that a playlist or a file of two faces cannot make the program read other files.
public final class FfmpegProgram {
    /// The system property that names the ffmpeg to use; ffprobe stands beside it.
    public static final String PROPERTY = "mingshi.ffmpeg";

    /// Nothing but local files and pipes.
    private static final String PROTOCOLS = "file,pipe,fd";

    /// Larger frames than 8K are not decoded; one holds 50 MB.
    private static final int MOST_PIXELS = 40_000_000;

    /// A file with thousands of streams describes itself in less.
    private static final int LONGEST_PROBE = 1 << 20;

    private static final Duration PROBE_TIME = Duration.ofSeconds(60);

    private final Path ffmpeg;
    private final Path ffprobe;
    private final Limits limits;
    private final Set<String> encoders;

    /// These programs with these limits on each run.
    public FfmpegProgram(Path ffmpeg, Path ffprobe, Limits limits) {
        this.ffmpeg = ffmpeg;
        this.ffprobe = ffprobe;
        this.limits = limits;
        this.encoders = listEncoders();
    }

    private FfmpegProgram(FfmpegProgram same, Limits limits) {
        this.ffmpeg = same.ffmpeg;
        this.ffprobe = same.ffprobe;
        this.limits = limits;
        this.encoders = same.encoders;
    }

    /// The same program with no more than it may use to read anybody's file.
    public FfmpegProgram reading() {
        return new FfmpegProgram(this, limits.and(Limits.READING));
    }

    /// The last programs found, since listing what they can takes a while.
    private static final AtomicReference<Found> FOUND = new AtomicReference<>(new Found("", null));

    private record Found(String named, @Nullable FfmpegProgram program) {}

    /// The programs of this system: those that the property names, else those of the optional jar, else those on the
    /// path.
    ///
    /// @throws LabelException TOOL_MISSING if there are none
    public static FfmpegProgram find() {
        return find(System.getProperty(PROPERTY, ""));
    }

    /// @param named the ffmpeg to use, or an empty text
    static FfmpegProgram find(String named) {
        Found last = FOUND.get();
        if (last.program != null && last.named.equals(named)) {
            return last.program;
        }
        FfmpegProgram program = new FfmpegProgram(
                locate("ffmpeg", named).orElseThrow(FfmpegProgram::missing),
                locate("ffprobe", named).orElseThrow(FfmpegProgram::missing),
                Limits.STANDARD);
        FOUND.set(new Found(named, program));
        return program;
    }

    /// The ffmpeg that is run.
    Path path() {
        return ffmpeg;
    }

    private static LabelException missing() {
        return TOOL_MISSING.with("sound and films need the program ffmpeg: put the jar org.bytedeco:ffmpeg for this"
                + " system on the class path, or install ffmpeg, or name it in the system property " + PROPERTY);
    }

    private static Optional<Path> locate(String program, String named) {
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named).resolveSibling(program)).filter(Files::isExecutable);
        }
        return bundled(program).or(() -> onPath(program));
    }

    private static Optional<Path> bundled(String program) {
        try {
            return BundledFfmpeg.find(program);
        } catch (NoClassDefFoundError jarIsOptional) {
            return Optional.empty();
        }
    }

    private static Optional<Path> onPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Set<String> listEncoders() {
        String list = text(List.of(ffmpeg.toString(), "-hide_banner", "-loglevel", "error", "-encoders"));
        return list.lines()
                .map(String::strip)
                .filter(line -> line.matches("[VAS][A-Z.]{5} \\S+ .*"))
                .map(line -> line.split(" ", 3)[1])
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The first of these encoders that the program has.
    Optional<String> encoder(String... names) {
        return Arrays.stream(names).filter(encoders::contains).findFirst();
    }

    /// The limits of each run.
    Limits limits() {
        return limits;
    }

    /// What is in the file.
    ///
    /// @throws LabelException TOOL_FAILED if the program cannot read it
    public Streams probe(MediaType type, Path file) {
        List<String> command = new ArrayList<>(List.of(ffprobe.toString(), "-hide_banner", "-loglevel", "error"));
        command.addAll(List.of("-of", "flat", "-show_entries", Streams.ENTRIES));
        command.addAll(input(type, file));
        return Streams.of(text(command));
    }

    private String text(List<String> command) {
        Limits little = limits.within(limits.time().compareTo(PROBE_TIME) < 0 ? limits.time() : PROBE_TIME)
                .giving(LONGEST_PROBE);
        try (ChildProgram child = ChildProgram.start(command, little, false)) {
            return text(child);
        }
    }

    private static String text(ChildProgram child) {
        try {
            String text = new String(child.output().readAllBytes(), StandardCharsets.UTF_8);
            child.end();
            return text;
        } catch (IOException e) {
            throw child.broken(e);
        }
    }

    /// The arguments that open a file as this format.
    static List<String> input(MediaType type, Path file) {
        return List.of("-protocol_whitelist", PROTOCOLS, "-f", format(type), "-i", "file:" + file);
    }

    /// The same for a film, whose frames are not decoded beyond a size.
    public static List<String> film(MediaType type, Path file) {
        List<String> arguments = new ArrayList<>(List.of("-max_pixels:v", Integer.toString(MOST_PIXELS)));
        arguments.addAll(input(type, file));
        return arguments;
    }

    /// What the program calls the format, to read and to write it.
    static String format(MediaType type) {
        return switch (type) {
            case WAV -> "wav";
            case MP3 -> "mp3";
            case FLAC -> "flac";
            case OGG -> "ogg";
            case M4A, MP4 -> "mp4";
            case MOV -> "mov";
            case MKV -> "matroska";
            case WEBM -> "webm";
            case FLV -> "flv";
            case AVI -> "avi";
            case TEXT, MARKDOWN, HTML, JSON, PDF, DOCX, XLSX, PPTX, PNG, JPEG, WEBP, GIF, TIFF, HEIF, AVIF ->
                throw UNSUPPORTED.with("files of type " + type + " are neither sound nor film");
        };
    }

    /// Starts ffmpeg.
    ///
    /// @param feeds whether the caller writes to its standard input
    ChildProgram start(List<String> arguments, boolean feeds) {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString(), "-hide_banner", "-nostats", "-loglevel"));
        command.addAll(List.of("error", "-y"));
        if (!feeds) {
            command.add("-nostdin");
        }
        command.addAll(arguments);
        return ChildProgram.start(command, limits, feeds);
    }

    /// Runs ffmpeg to its end; it writes files.
    public void run(List<String> arguments) {
        try (ChildProgram child = start(arguments, false)) {
            child.drain();
        }
    }

    /// What is done with the bytes that ffmpeg gives.
    @FunctionalInterface
    interface Reader {
        /// Reads until it has enough, which may be before the end.
        ///
        /// @return whether it read to the end, so that the program's failure counts
        boolean read(InputStream output) throws IOException;
    }

    /// Runs ffmpeg and reads what it gives.
    void read(List<String> arguments, Reader reader) {
        try (ChildProgram child = start(arguments, false)) {
            try {
                if (reader.read(child.output())) {
                    child.end();
                }
            } catch (IOException e) {
                throw child.broken(e);
            }
        }
    }

    /// A file that the program was to write.
    static Path written(Path file) {
        if (!Files.isRegularFile(file)) {
            throw TOOL_FAILED.with("the program ffmpeg wrote nothing");
        }
        return file;
    }
}
