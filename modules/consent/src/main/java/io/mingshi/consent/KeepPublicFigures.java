package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.NOT_LISTED;
import static io.mingshi.consent.ConsentProblem.SCOPE_WRONG;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.NameSpelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Keeps the list of public figures, for officers.
@ApplicationScoped
public class KeepPublicFigures {
    private static final int MAX_REASON = 300;

    private final PublicFigures figures;
    private final Clock clock;

    KeepPublicFigures(PublicFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `SCOPE_WRONG`
    @Transactional
    public PublicFigures.Listed put(PersonId officer, String name, String reason) {
        String spelling = NameSpelling.of(name);
        if (spelling.isEmpty() || spelling.length() > DeclaredPerson.MAX_NAME) {
            throw SCOPE_WRONG.with("a name has 1 to " + DeclaredPerson.MAX_NAME + " characters");
        }
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw SCOPE_WRONG.with("give a reason of 1 to " + MAX_REASON + " characters: requesters are told it");
        }
        var listed = new PublicFigures.Listed(spelling, reason.strip(), officer, clock.instant());
        figures.put(listed);
        return listed;
    }

    /// @throws io.mingshi.contracts.ProblemException `NOT_LISTED`
    @Transactional
    public void remove(String name) {
        if (!figures.remove(NameSpelling.of(name))) {
            throw NOT_LISTED.with("nobody of this name is on the list of public figures");
        }
    }

    @Transactional
    public List<PublicFigures.Listed> all() {
        return figures.all();
    }
}
