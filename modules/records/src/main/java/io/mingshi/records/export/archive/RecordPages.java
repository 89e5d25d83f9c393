package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// The records as pages to read. They follow from `records.jsonl` alone, so that a verifier writes them again and
/// compares: what is shown is what is proven.
public final class RecordPages {
    /// Records on a page.
    public static final int RECORDS = 1_000;

    /// The page that lists the pages.
    public static final String INDEX = "records.html";

    private RecordPages() {}

    /// The name of a page.
    ///
    /// @param number from 0
    public static String name(long number) {
        return String.format(Locale.ROOT, "records/%05d.html", number + 1);
    }

    /// How many pages so many records take.
    public static long count(long records) {
        return (records + RECORDS - 1) / RECORDS;
    }

    /// How a page starts.
    public static void start(OutputStream page, long number) throws IOException {
        StringBuilder text = new StringBuilder();
        Html.start(text, "记录 Records · " + (number + 1));
        write(page, text);
    }

    /// One record of a page.
    public static void record(OutputStream page, RecordLine line) throws IOException {
        FlatObject record = line.record();
        StringBuilder text = new StringBuilder(2_048);
        text.append("<h2 id=\"p")
                .append(line.position())
                .append("\">")
                .append(line.position())
                .append(" · ");
        Html.escape(text, record.or("received"));
        text.append(" · ");
        Html.escape(text, record.or("type"));
        text.append("</h2>\n<pre>");
        record.members().forEach((name, value) -> {
            Html.escape(text, name);
            text.append(": ");
            Html.escape(text, value);
            text.append('\n');
        });
        text.append("</pre>\n");
        switch (line.text()) {
            case RecordLine.Text.Given(String salt, String given) -> {
                text.append("<pre>");
                Html.escape(text, given);
                text.append("</pre>\n<p>salt ").append(salt).append("</p>\n");
            }
            case RecordLine.Text.None(RecordLine.Why why) -> {
                text.append("<p>");
                Html.escape(text, why.sentence());
                text.append("</p>\n");
            }
        }
        write(page, text);
    }

    /// How a page ends.
    public static void end(OutputStream page) throws IOException {
        StringBuilder text = new StringBuilder();
        Html.end(text);
        write(page, text);
    }

    /// The page that lists the pages.
    public static byte[] index(ExportFacts facts) {
        StringBuilder text = new StringBuilder();
        Html.start(text, "导出的记录 Exported records · " + facts.id());
        text.append("<p>")
                .append(facts.records())
                .append(" 条 records · <a href=\"README.html\">说明 README</a></p>\n<ul>\n");
        for (long page = 0; page < count(facts.records()); page++) {
            text.append("<li><a href=\"")
                    .append(name(page))
                    .append("\">")
                    .append(name(page))
                    .append("</a></li>\n");
        }
        text.append("</ul>\n");
        Html.end(text);
        return text.toString().getBytes(UTF_8);
    }

    private static void write(OutputStream page, StringBuilder text) throws IOException {
        page.write(text.toString().getBytes(UTF_8));
    }
}
