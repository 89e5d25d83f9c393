package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.export.archive.StrictZip;
import java.io.IOException;
import java.util.Optional;

/// The part of the log that is in an export.
record ZipLog(StrictZip zip) implements LogReader {
    private static final String FOLDER = "log/";

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        String name = FOLDER + path;
        return zip.find(name).isPresent() ? Optional.of(zip.read(name, MAX_OBJECT)) : Optional.empty();
    }
}
