package io.mingshi.labels.c2pa;

import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.source.Source;
import java.io.IOException;

/// Adds a signed C2PA manifest that carries the AIGC object as an assertion.
@FunctionalInterface
public interface ManifestSigner {
    /// The file with a manifest.
    ///
    /// @param host the format's place for a manifest
    /// @param json the AIGC object as it stands in the metadata
    Source sign(ManifestHost host, Source file, String json) throws IOException;
}
