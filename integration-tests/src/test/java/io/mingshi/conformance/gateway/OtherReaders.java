package io.mingshi.conformance.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Programs of other people that read delivered files, where they are installed.
final class OtherReaders {
    private static final boolean EXIFTOOL = installed("exiftool");
    private static final boolean FFPROBE = installed("ffprobe");

    private OtherReaders() {}

    /// Those that are installed here.
    static String names() {
        String names = Stream.of(EXIFTOOL ? "exiftool" : "", FFPROBE ? "ffprobe" : "")
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "no program of others is installed" : names;
    }

    /// What they do not find in a file that bears the label of this number.
    static List<String> faults(byte[] medium, String produceId) {
        List<String> faults = new ArrayList<>();
        try {
            Path file = Files.createTempFile("mingshi-matrix-", ".bin");
            try {
                Files.write(file, medium);
                if (EXIFTOOL
                        && !run("exiftool", "-U", "-a", "-b", "-ee", file.toString())
                                .contains(produceId)) {
                    faults.add("exiftool does not find " + produceId);
                }
                if (FFPROBE
                        && !run("ffprobe", "-v", "error", "-show_streams", file.toString())
                                .contains("codec_name")) {
                    faults.add("ffprobe cannot read it");
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a delivered file could not be kept", e);
        }
        return faults;
    }

    static boolean installed(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(String... command) throws IOException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
