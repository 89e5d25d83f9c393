package io.mingshi.records.export;

import io.mingshi.records.KeptRecord;
import io.mingshi.records.RecordScan;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Makes the parts of an export that are not there yet, each finished for good before the next begins.
@Singleton
class MakeParts {
    private final ExportSettings settings;
    private final RecordScan scan;
    private final Exports exports;

    MakeParts(ExportSettings settings, RecordScan scan, Exports exports) {
        this.settings = settings;
        this.scan = scan;
        this.exports = exports;
    }

    /// @param goOn asked before each part
    /// @return whether all parts are there
    boolean make(Export.Running export, Exports.Turn turn, BooleanSupplier goOn) throws IOException {
        Export.Progress progress = export.progress();
        long after = Math.max(progress.last(), export.plan().firstEntry().orElse(0) - 1);
        long before = export.plan().endEntry().orElse(export.plan().logSize());
        try (ExecutorService reading = Executors.newVirtualThreadPerTaskExecutor()) {
            var feed =
                    new RecordFeed(scan, export.order().scope().selection(), after, before, settings.part(), reading);
            List<KeptRecord> next = feed.next();
            int number = progress.parts();
            long index = progress.records();
            while (!next.isEmpty()) {
                if (!goOn.getAsBoolean()) {
                    return false;
                }
                String folder = number + "-" + UUID.randomUUID();
                long records = 0;
                long last = -1;
                long bytes;
                try (PartWriter part = new PartWriter(folder(export, folder), index)) {
                    while (!next.isEmpty() && records < settings.part()) {
                        for (KeptRecord record : next) {
                            part.add(RecordLines.of(record, export.order().texts()));
                            last = record.position();
                        }
                        records += next.size();
                        next = feed.next();
                    }
                    bytes = part.finish();
                }
                turn.check();
                exports.add(export.order().id(), new Exports.Part(number, folder, records, last, bytes));
                number++;
                index += records;
            }
            return true;
        }
    }

    private Path folder(Export.Running export, String name) {
        return settings.folder(export.order().id()).resolve(name);
    }
}
