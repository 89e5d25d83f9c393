package io.mingshi.records.export.verify;

import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.RecordLine;
import io.mingshi.records.export.archive.RecordPages;
import io.mingshi.records.export.archive.Sha;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Map;

/// Writes the pages again from the records and compares their hashes: what a person reads is what was verified.
final class Pages {
    private final Map<String, String> listed;
    private final DigestOutputStream page = new DigestOutputStream(OutputStream.nullOutputStream(), Sha.digest());
    private long records;

    /// @param listed the SHA-256 of every file
    Pages(Map<String, String> listed) {
        this.listed = listed;
    }

    void add(RecordLine line) throws IOException {
        if (records % RecordPages.RECORDS == 0) {
            RecordPages.start(page, records / RecordPages.RECORDS);
        }
        RecordPages.record(page, line);
        records++;
        if (records % RecordPages.RECORDS == 0) {
            compare();
        }
    }

    void finish() throws IOException {
        if (records % RecordPages.RECORDS != 0) {
            compare();
        }
        long pages = listed.keySet().stream()
                .filter(name -> name.startsWith("records/"))
                .count();
        if (pages != RecordPages.count(records)) {
            throw NotVerified.because("there are pages without records", "存在没有对应记录的页面");
        }
    }

    private void compare() throws IOException {
        RecordPages.end(page);
        String name = RecordPages.name((records - 1) / RecordPages.RECORDS);
        String computed = HexFormat.of().formatHex(page.getMessageDigest().digest());
        if (!computed.equals(listed.get(name))) {
            throw NotVerified.because(
                    name + " does not show what records.jsonl says", name + " 的内容与 records.jsonl 不一致");
        }
    }
}
