package io.mingshi.records.export;

import static io.mingshi.records.RecordsProblem.EXPORT_NOT_READY;
import static io.mingshi.records.RecordsProblem.NO_SUCH_EXPORT;

import io.mingshi.records.PrivilegedReads;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;

/// Tells how far exports are and hands over their files; who took one is itself a record.
@ApplicationScoped
public class ReadExport {
    private static final int NEWEST = 100;

    private final Exports exports;
    private final ExportSettings settings;
    private final PrivilegedReads reads;

    ReadExport(Exports exports, ExportSettings settings, PrivilegedReads reads) {
        this.exports = exports;
        this.settings = settings;
        this.reads = reads;
    }

    @Transactional
    public Export find(String id) {
        return exports.find(id).orElseThrow(() -> NO_SUCH_EXPORT.with("no export has the id " + id));
    }

    @Transactional
    public List<Export> newest() {
        return exports.newest(NEWEST);
    }

    /// The file; that it was taken is committed before the first byte leaves.
    @Transactional
    public Path file(String id, Caller reader, Role privilege) {
        if (!(find(id) instanceof Export.Ready ready)) {
            throw EXPORT_NOT_READY.with("this export has no file now: look at its state");
        }
        reads.record(reader, privilege, "export-file", id);
        return settings.folder(id).resolve(ready.file());
    }
}
