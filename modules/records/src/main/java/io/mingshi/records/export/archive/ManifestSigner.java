package io.mingshi.records.export.archive;

/// Signs the text about an export.
@FunctionalInterface
public interface ManifestSigner {
    /// The signed note.
    byte[] sign(String text);
}
