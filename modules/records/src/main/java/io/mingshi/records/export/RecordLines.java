package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.records.KeptRecord;
import io.mingshi.records.SaltedText;
import io.mingshi.records.SealedEntry;
import io.mingshi.records.StoredText;
import io.mingshi.records.export.archive.FlatObject;
import io.mingshi.records.export.archive.RecordLine;
import io.mingshi.records.export.archive.RecordLine.Text;
import io.mingshi.records.export.archive.RecordLine.Why;
import java.util.HexFormat;

/// Writes records as an export has them, as they are stored now.
final class RecordLines {
    private RecordLines() {}

    /// @param texts whether with the text
    static RecordLine of(KeptRecord kept, boolean texts) {
        String form = SealedEntry.sealedForm(kept.header(), kept.sealed(), kept.commitment());
        FlatObject record = FlatObject.parse(form.getBytes(UTF_8), "record " + kept.position());
        return new RecordLine(kept.position(), record, texts ? text(kept.text()) : new Text.None(Why.NOT_ORDERED));
    }

    private static Text text(StoredText stored) {
        return switch (stored) {
            case StoredText.Legible(SaltedText text) ->
                new Text.Given(HexFormat.of().formatHex(text.salt()), text.text());
            case StoredText.StorageOnly _ -> new Text.None(Why.STORAGE_ONLY);
            case StoredText.Erased _ -> new Text.None(Why.ERASED);
            case StoredText.Damaged _ -> new Text.None(Why.DAMAGED);
        };
    }
}
