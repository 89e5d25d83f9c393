package io.mingshi.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Remembers which processes were started, so that what an earlier run left behind is ended and nothing else.
///
/// A process is recognised by its id together with the time it began: an id alone may belong to a stranger by now.
public final class Remnants {
    private static final Duration SLACK = Duration.ofSeconds(3);
    private final Path directory;

    public Remnants(Path directory) {
        this.directory = directory;
    }

    void remember(String name, ProcessHandle guard) throws IOException {
        long began = guard.info().startInstant().orElseGet(Instant::now).toEpochMilli();
        Files.writeString(directory.resolve(name + ".guard"), guard.pid() + " " + began + "\n");
    }

    /// Ends whatever an earlier run left and returns the names of the parts that had left something.
    public List<String> end() throws IOException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> notes;
        try (Stream<Path> files = Files.list(directory)) {
            notes = files.filter(file -> file.toString().endsWith(".guard")).toList();
        }
        Stream.Builder<String> ended = Stream.builder();
        for (Path note : notes) {
            String file = note.getFileName().toString();
            String name = file.substring(0, file.length() - ".guard".length());
            if (end(note, directory.resolve(name + ".child"))) {
                ended.add(name);
            }
            Files.delete(note);
        }
        return ended.build().toList();
    }

    private static boolean end(Path guardNote, Path childNote) throws IOException, InterruptedException {
        List<String> words = List.of(Files.readString(guardNote).strip().split(" ", -1));
        if (words.size() != 2) {
            return false; // half-written when the machine went down, so nothing of it can still run
        }
        long group = Long.parseLong(words.get(0));
        Instant began = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
        String child = Files.exists(childNote) ? Files.readString(childNote).strip() : "";
        Optional<ProcessHandle> left = Stream.of(words.get(0), child)
                .filter(pid -> !pid.isEmpty())
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .filter(process -> beganAbout(process, began))
                .findAny();
        if (left.isEmpty()) {
            return false;
        }
        left.get().destroy();
        for (int i = 0; i < 50 && left.get().isAlive(); i++) {
            Thread.sleep(100);
        }
        ProcessGroup.kill(group);
        return true;
    }

    private static boolean beganAbout(ProcessHandle process, Instant began) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(began, start).abs().compareTo(SLACK) < 0)
                .orElse(false);
    }
}
