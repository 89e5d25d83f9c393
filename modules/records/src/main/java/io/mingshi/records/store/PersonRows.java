package io.mingshi.records.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.DataSubject;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.retention.PersonRecords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Reads what concerns a person out of `record`.
@Singleton
class PersonRows implements PersonRecords {
    private static final int BATCH = 500;

    private final Sql sql;
    private final Sealing sealing;

    PersonRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public void each(PersonId person, Consumer<List<KeptRecord>> reader) {
        List<StoredRow> batch = new ArrayList<>(BATCH);
        sql.each(
                "select " + RowBinding.COLUMNS + " from record where person = ? or counterpart = ?"
                        + " or (person = ? and source = '/mingshi/gateway' and admission in (select admission"
                        + " from record where person = ? and admission is not null)) order by position",
                BATCH,
                row -> {
                    batch.add(RowBinding.row(row));
                    if (batch.size() == BATCH) {
                        hand(batch, reader);
                    }
                },
                person.value(),
                person.value(),
                DataSubject.PLATFORM.value(),
                person.value());
        hand(batch, reader);
    }

    private void hand(List<StoredRow> batch, Consumer<List<KeptRecord>> reader) {
        reader.accept(sealing.open(batch));
        batch.clear();
    }
}
