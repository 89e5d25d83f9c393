package io.mingshi.gateway.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.file.FileLedger;
import io.mingshi.gateway.file.PersonalFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The table of files.
@ApplicationScoped
@Transactional
class FileTable implements FileLedger {
    private final Sql sql;

    FileTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PersonalFile file) {
        sql.update(
                "insert into file (id, person, name, purpose, size, content_hash, library_version, library_hash,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.person().value(),
                file.name(),
                file.purpose(),
                file.size(),
                file.contentHash(),
                file.screening().libraryVersion(),
                file.screening().libraryHash(),
                file.createdAt());
    }

    @Override
    public Optional<PersonalFile> find(PersonId person, String id) {
        return sql.query(FileTable::file, "select * from file where id = ? and person = ?", id, person.value()).stream()
                .findFirst();
    }

    @Override
    public List<PersonalFile> of(PersonId person) {
        return sql.query(
                FileTable::file, "select * from file where person = ? order by created_at desc, id", person.value());
    }

    @Override
    public boolean remove(PersonId person, String id) {
        return sql.update("delete from file where id = ? and person = ?", id, person.value()) == 1;
    }

    private static PersonalFile file(ResultSet row) throws SQLException {
        return new PersonalFile(
                row.getString("id"),
                new PersonId(row.getString("person")),
                row.getString("name"),
                row.getString("purpose"),
                row.getLong("size"),
                row.getString("content_hash"),
                new ScreeningRecord(
                        "input", "ALLOW", null, null, row.getLong("library_version"), row.getString("library_hash")),
                Objects.requireNonNull(Sql.instant(row, "created_at")));
    }
}
