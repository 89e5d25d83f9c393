package io.mingshi.records.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.DataSubject;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.jdbc.Sql;
import io.mingshi.records.retention.PersonRecords;
import jakarta.inject.Singleton;
import java.util.List;

/// Reads what concerns a person out of `record`.
@Singleton
class PersonRows implements PersonRecords {
    private final Sql sql;
    private final Sealing sealing;

    PersonRows(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    @Override
    public List<KeptRecord> of(PersonId person, long from, long to, int limit) {
        return sealing.open(sql.list(
                "select " + RowBinding.COLUMNS + " from record where position >= ? and position < ?"
                        + " and (person = ? or counterpart = ?"
                        + " or (person = ? and source = '/mingshi/gateway' and admission in (select admission"
                        + " from record where person = ? and admission is not null))) order by position limit ?",
                RowBinding::row,
                from,
                to,
                person.value(),
                person.value(),
                DataSubject.PLATFORM.value(),
                person.value(),
                limit));
    }
}
