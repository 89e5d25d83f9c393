package io.mingshi.records.export;

import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// How exports are made.
@Singleton
class ExportSettings {
    private final Path folder;
    private final Duration kept;
    private final Duration margin;
    private final int part;

    /// @param folder which all instances of the service share; it holds personal data while exports are there
    /// @param kept how long a file can be downloaded
    /// @param margin by how much servers may disagree on the time of receipt
    /// @param part how many records there are between two points from which an interrupted job goes on
    ExportSettings(
            @ConfigProperty(name = "mingshi.records.export.folder") Path folder,
            @ConfigProperty(name = "mingshi.records.export.kept") Duration kept,
            @ConfigProperty(name = "mingshi.records.export.margin") Duration margin,
            @ConfigProperty(name = "mingshi.records.export.part") int part) {
        this.folder = folder;
        this.kept = kept;
        this.margin = margin.truncatedTo(ChronoUnit.SECONDS);
        this.part = part;
    }

    /// The folder of one export.
    Path folder(String export) {
        return folder.resolve(export);
    }

    Duration kept() {
        return kept;
    }

    Duration margin() {
        return margin;
    }

    int part() {
        return part;
    }
}
