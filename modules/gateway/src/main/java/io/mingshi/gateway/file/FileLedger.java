package io.mingshi.gateway.file;

import io.mingshi.contracts.PersonId;
import java.util.List;
import java.util.Optional;

/// Keeps which files there are.
public interface FileLedger {
    void add(PersonalFile file);

    Optional<PersonalFile> find(PersonId person, String id);

    /// The person's files, the newest first.
    List<PersonalFile> of(PersonId person);

    /// False when there is none.
    boolean remove(PersonId person, String id);
}
