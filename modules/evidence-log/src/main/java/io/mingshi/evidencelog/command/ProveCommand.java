package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.NOT_FOUND;

import io.mingshi.evidencelog.merkle.Hash;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.MinimumIndex;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.store.LogReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the proof that a file is in a log.
@Command(
        name = "prove",
        description = "Writes FILE.tlog-proof, which shows offline that FILE is an entry of the log.",
        mixinStandardHelpOptions = true)
final class ProveCommand implements Callable<Integer> {
    private static final String EXTENSION = ".tlog-proof";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LOG", description = LogPlace.DESCRIPTION)
    private String place = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "the entry")
    private Path file;

    @Option(names = "--index", paramLabel = "N", description = "where the entry is; without it the log is searched")
    @Nullable
    private Long index;

    @Option(names = "--out", paramLabel = "PROOF", description = "where to write the proof")
    @Nullable
    private Path out;

    @Override
    public Integer call() throws IOException {
        LogReader log = LogPlace.reading(place);
        SignedNote note = log.checkpoint();
        long size = Checkpoint.parse(note.text()).size();
        Hash leaf = new TreeHasher().leaf(Files.readAllBytes(file));
        TileTree tree = new TileTree(log, size);
        long place = index == null ? find(log, size, leaf) : index;
        if (!tree.leaf(place).equals(leaf)) {
            throw NOT_FOUND.with("the entry at index " + place + " is not " + file);
        }
        Path target = out == null ? file.resolveSibling(file.getFileName() + EXTENSION) : out;
        Files.write(target, LogProof.of(tree.inclusion(place), note).bytes());
        spec.commandLine().getOut().println(target);
        return 0;
    }

    private Long find(LogReader log, long size, Hash leaf) throws IOException {
        for (long tile = minimum(log) / Tile.FULL; tile * Tile.FULL < size; tile++) {
            byte[] hashes = log.hashes(Tile.of(0, tile, size));
            for (int i = 0; i < hashes.length / Hash.SIZE; i++) {
                if (Hash.at(hashes, i * Hash.SIZE).equals(leaf)) {
                    return tile * Tile.FULL + i;
                }
            }
        }
        String pruned = minimum(log) == 0 ? "" : " from " + minimum(log) + " on; what is before was pruned";
        throw NOT_FOUND.with("the log of " + size + " entries does not have " + file + pruned);
    }

    private static long minimum(LogReader log) throws IOException {
        Optional<SignedNote> note = log.minimumIndex();
        return note.isEmpty() ? 0 : MinimumIndex.parse(note.get().text()).index();
    }
}
