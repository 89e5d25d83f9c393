package io.mingshi.labels.c2pa;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.ManifestHost.Found;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Optional;

/// Checks the C2PA manifest of a file: its signature, the hashes of its assertions, its hash over the file.
///
/// Only the active manifest is looked at, not those of ingredients, and no time stamp or revocation.
public final class ManifestReader {
    private ManifestReader() {}

    /// What the manifest says; bytes of any kind are answered. An exception comes only from the source itself.
    public static ManifestReport check(ManifestHost host, Source file, Trust trust) throws IOException {
        try {
            Optional<Found> found = host.find(file);
            if (found.isEmpty()) {
                return new ManifestReport.Absent();
            }
            if (found.get().store().size() > ManifestHost.LONGEST_STORE) {
                return new ManifestReport.Unread("the manifest store is too large");
            }
            return ActiveManifest.in(found.get().store().bytes()).check(found.get(), file, trust);
        } catch (Faulty faulty) {
            return faulty.report();
        } catch (LabelException cannotBeTakenOut) {
            return new ManifestReport.Unread(String.valueOf(cannotBeTakenOut.getMessage()));
        }
    }
}
