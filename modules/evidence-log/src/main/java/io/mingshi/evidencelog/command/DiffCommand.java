package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.DAMAGED;
import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.proof.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Tells whether two checkpoints are of one history.
@Command(
        name = "diff",
        description = {
            "Tells whether the later of two signed checkpoints only appended to the earlier one, or the log was forked.",
            "Checkpoints of different sizes need the tiles of the later one."
        },
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CHECKPOINT", description = "a checkpoint")
    private Path first;

    @Parameters(index = "1", paramLabel = "CHECKPOINT", description = "another one of the same log")
    private Path second;

    @Option(names = "--log", paramLabel = "LOG", description = "the log with the tiles of the later checkpoint")
    @Nullable
    private String place;

    @Mixin
    private Keys.Trust trust = new Keys.Trust();

    @Override
    public Integer call() throws IOException {
        Checkpoint one = read(first);
        Checkpoint other = read(second);
        if (!one.origin().equals(other.origin())) {
            throw MALFORMED.with("the checkpoints are of two logs: " + one.origin() + " and " + other.origin());
        }
        Checkpoint earlier = one.size() <= other.size() ? one : other;
        Checkpoint later = earlier.equals(one) ? other : one;
        boolean consistent = consistent(earlier, later);
        spec.commandLine()
                .getOut()
                .println(
                        consistent
                                ? "consistent: " + (later.size() - earlier.size()) + " entries were appended to "
                                        + earlier.size()
                                : "FORK: " + one.origin()
                                        + " signed two histories; keep both checkpoints, they prove it");
        return consistent ? 0 : Main.NOT_VERIFIED;
    }

    private boolean consistent(Checkpoint earlier, Checkpoint later) throws IOException {
        if (earlier.size() == later.size() || earlier.size() == 0) {
            return earlier.size() == 0 || earlier.root().equals(later.root());
        }
        if (place == null) {
            throw MALFORMED.with("the checkpoints have " + earlier.size() + " and " + later.size()
                    + " entries: name with --log the log that has the tiles of the later one");
        }
        TileTree tree = new TileTree(LogPlace.reading(place), later.size());
        if (!tree.root().equals(later.root())) {
            throw DAMAGED.with("the tiles in " + place + " are not those of the checkpoint with " + later.size()
                    + " entries; nothing can be told from them");
        }
        return tree.root(earlier.size()).equals(earlier.root());
    }

    /// Only signatures count here: a fork is proved by what the log signed, whoever cosigned it.
    private Checkpoint read(Path file) throws IOException {
        Policy policy = new Policy(trust.policy().logs(), List.of(), new Policy.Quorum.None());
        return policy.verify(SignedNote.parse(Files.readAllBytes(file))).checkpoint();
    }
}
