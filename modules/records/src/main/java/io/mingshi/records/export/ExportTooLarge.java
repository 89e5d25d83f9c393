package io.mingshi.records.export;

import java.io.IOException;

/// An export cannot be made in one file, however often it is tried.
final class ExportTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    ExportTooLarge(String sentence) {
        super(sentence);
    }
}
