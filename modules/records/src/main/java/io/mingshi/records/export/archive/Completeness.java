package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.FlatJson;
import java.util.Map;

/// The file `completeness.json`: what of the log's entries of a period is in the export, in numbers.
public final class Completeness {
    private Completeness() {}

    /// The content of the file.
    ///
    /// @param without entries of the period without a record, by why
    public static byte[] bytes(ExportFacts facts, Map<LeftOut.Why, Long> without) {
        FlatJson json = new FlatJson()
                .with("scope", facts.scope().kind())
                .with("records", Long.toString(facts.records()))
                .with("logSize", Long.toString(facts.logSize()));
        if (facts.covered().isEmpty()) {
            return json.with("shown", "false").toString().getBytes(UTF_8);
        }
        ExportFacts.Covered covered = facts.covered().get();
        json.with("shown", Boolean.toString(without.keySet().stream().allMatch(why -> why == LeftOut.Why.EXPIRED)))
                .with("firstEntry", Long.toString(covered.first()))
                .with("endEntry", Long.toString(covered.end()));
        for (LeftOut.Why why : LeftOut.Why.values()) {
            json.with(why.name(), Long.toString(without.getOrDefault(why, 0L)));
        }
        return json.toString().getBytes(UTF_8);
    }
}
