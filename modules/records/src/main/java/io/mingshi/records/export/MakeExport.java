package io.mingshi.records.export;

import io.mingshi.contracts.event.RecordsEvent.ExportDeleted;
import io.mingshi.contracts.event.RecordsEvent.ExportMade;
import io.mingshi.records.Announcements;
import io.mingshi.records.export.archive.StrictZip;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes one export from its order to its file, from wherever it stands.
@Singleton
class MakeExport {
    private static final Logger LOG = Logger.getLogger(MakeExport.class);

    private final Exports exports;
    private final ExportSettings settings;
    private final Steps steps;
    private final Announcements announcements;
    private final Clock clock;

    MakeExport(Exports exports, ExportSettings settings, Steps steps, Announcements announcements, Clock clock) {
        this.exports = exports;
        this.settings = settings;
        this.steps = steps;
        this.announcements = announcements;
        this.clock = clock;
    }

    /// @param goOn asked from time to time
    /// @return false when it is too early, or not to go on
    boolean make(Export export, Exports.Turn turn, BooleanSupplier goOn) throws IOException {
        String id = export.order().id();
        if (export instanceof Export.Waiting waiting) {
            Optional<ExportPlan> plan = steps.planning().plan(waiting.order());
            if (plan.isEmpty()) {
                return false;
            }
            Folders.make(settings.folder(id));
            turn.check();
            exports.plan(id, plan.get());
        }
        if (!(exports.find(id).orElseThrow() instanceof Export.Running running)) {
            throw new IllegalStateException("the export " + id + " is not to be worked on");
        }
        if (!steps.parts().make(running, turn, goOn)) {
            return false;
        }
        List<Exports.Part> parts = exports.parts(id);
        Path file = settings.folder(id).resolve(UUID.randomUUID() + ".zip");
        steps.assembling().assemble(running, parts, settings.folder(id), file);
        Folders.sync(file);
        Folders.sync(settings.folder(id));
        turn.check();
        finish(running, parts, file);
        clean(id, file);
        return true;
    }

    void giveUp(Export export, String why) {
        exports.fail(export.order().id(), why, clock.instant());
        clean(export.order().id(), null);
    }

    /// Deletes the files whose time is over.
    void deleteOverdue() {
        for (Export export : exports.overdue(clock.instant())) {
            String id = export.order().id();
            if (!clean(id, null)) {
                continue; // It is not told as deleted before it is, and is tried again at the next turn.
            }
            Instant now = clock.instant();
            QuarkusTransaction.requiringNew().run(() -> {
                exports.deleted(id, now);
                announcements.publish(new ExportDeleted(id, now));
            });
        }
    }

    private void finish(Export.Running export, List<Exports.Part> parts, Path file) throws IOException {
        long bytes = Files.size(file);
        String sha256 = sha256(file, bytes);
        long records = parts.stream().mapToLong(Exports.Part::records).sum();
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            exports.ready(new Export.Ready(
                    export.order(),
                    export.approval(),
                    export.plan(),
                    file.getFileName().toString(),
                    bytes,
                    sha256,
                    now,
                    now.plus(settings.kept())));
            announcements.publish(new ExportMade(export.order().id(), records, bytes, sha256, now));
        });
    }

    private static String sha256(Path file, long bytes) throws IOException {
        try (StrictZip zip = StrictZip.open(file)) {
            return zip.hashBefore(bytes);
        }
    }

    /// Deletes everything of an export but its file.
    ///
    /// @return whether it is gone
    private boolean clean(String id, @Nullable Path file) {
        Path folder = settings.folder(id);
        if (!Files.exists(folder)) {
            return true;
        }
        try (var found = Files.list(folder)) {
            for (Path path : found.toList()) {
                if (!path.equals(file)) {
                    Folders.delete(path);
                }
            }
            if (file == null) {
                Folders.delete(folder);
            }
            return true;
        } catch (IOException e) {
            LOG.errorf(e, "what is left of the export %s was not deleted", id);
            return false;
        }
    }
}
