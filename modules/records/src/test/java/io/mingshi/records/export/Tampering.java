package io.mingshi.records.export;

import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.records.export.archive.ManifestSeal;
import io.mingshi.records.export.archive.StrictZip;
import io.mingshi.records.export.archive.ZipMember;
import io.mingshi.records.export.archive.ZipWriter;
import io.mingshi.records.export.verify.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Changes the files in an export and signs it again, as somebody with the private key of the log could.
final class Tampering {
    private static final int MOST = 64 << 20;

    private Tampering() {}

    static Path of(Path good, Path target, SignerKey key, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = read(good);
        change.accept(files);
        Path work = Files.createTempDirectory(target.getParent(), "work");
        try (ZipWriter zip = new ZipWriter(target, work)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.stored(file.getKey(), file.getValue());
            }
            zip.finish(key.verifier().name(), "X1", text -> key.sign(text).bytes());
        }
        return target;
    }

    /// The files of an export but those that seal it.
    static Map<String, byte[]> read(Path export) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (StrictZip zip = StrictZip.open(export)) {
            for (ZipMember member : zip.members()) {
                files.put(member.name(), zip.read(member.name(), MOST));
            }
        }
        files.remove(ManifestSeal.LIST);
        files.remove(ManifestSeal.SIGNATURE);
        return files;
    }

    /// What the command answers.
    ///
    /// @param said on both outputs
    record Answer(int code, String said) {}

    static Answer verify(Path export, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = export.toString();
        System.arraycopy(options, 0, arguments, 1, options.length);
        StringWriter said = new StringWriter();
        int code = Main.run(new PrintWriter(said), new PrintWriter(said), arguments);
        return new Answer(code, said.toString());
    }
}
