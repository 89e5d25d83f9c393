package io.mingshi.gateway.edge;

import io.mingshi.contracts.PersonId;
import io.mingshi.gateway.file.PersonalFiles;
import io.mingshi.gateway.key.ApiKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/// Fetches the files that a conversation refers to by their ids.
///
/// A model is sent the text itself, so that it passes the same review as everything else that is said, by the library
/// in force now and for who asks now; what its own review said when it was handed in is not relied on.
@ApplicationScoped
public class ReferencedFiles {
    private final ApiKeys keys;
    private final PersonalFiles files;

    ReferencedFiles(ApiKeys keys, PersonalFiles files) {
        this.keys = keys;
        this.files = files;
    }

    /// Gives the text of each file of this person, whose key has to be one that may see files.
    public UnaryOperator<String> of(PersonId person) {
        return id -> {
            keys.requireForAll();
            return files.text(person, id);
        };
    }
}
