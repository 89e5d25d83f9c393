package io.mingshi.labels.container;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A format that can hold a C2PA manifest store (C2PA 2.2 specification, annex A).
public interface ManifestHost {
    /// The longest store that is read: a chain of manifests with thumbnails stays below.
    int LONGEST_STORE = 8 << 20;

    /// A range of a file.
    record Range(long start, long length) {}

    /// A store as it stands in a file.
    ///
    /// @param store the JUMBF superbox, taken out of what wraps it
    /// @param excluded the ranges that hold the store and its wrapping, which a hash over the file leaves out;
    ///     empty where the format has a hash of its own (BMFF)
    record Found(Source store, List<Range> excluded) {
        public Found {
            excluded = List.copyOf(excluded);
        }
    }

    /// A file that was given a store.
    ///
    /// @param file the whole file
    /// @param excluded as in [Found]
    record Hosted(Source file, List<Range> excluded) {
        public Hosted {
            excluded = List.copyOf(excluded);
        }
    }

    /// The store of the file, if there is one.
    ///
    /// @throws io.mingshi.labels.LabelException MALFORMED or TOO_LARGE if there is one that cannot be taken out
    Optional<Found> find(Source file) throws IOException;

    /// The file with this store in the place of any it had. Where everything stands depends only on the length of the
    /// store, so that one of the same length can be put in later without moving a byte.
    Hosted host(Source file, byte[] store) throws IOException;
}
