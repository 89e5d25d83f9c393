package io.mingshi.moderation.bank;

import static io.mingshi.moderation.ModerationProblem.NO_SUCH_BANK;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.ProposeChange;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Takes the operator's banks of questions.
@ApplicationScoped
public class ImportBank {
    private static final int MOST_LISTED = 100;

    private final Banks banks;
    private final Ids ids;
    private final Clock clock;

    ImportBank(Banks banks, Ids ids, Clock clock) {
        this.banks = banks;
        this.ids = ids;
        this.clock = clock;
    }

    /// @throws io.mingshi.contracts.ProblemException `BANK_UNUSABLE`, `CATEGORY_UNKNOWN`
    @Transactional
    public Bank take(String name, Purpose purpose, List<Question> questions, PersonId by) {
        var bank = new Bank(
                ids.next(),
                ProposeChange.text("name", name),
                purpose,
                Bank.checked(purpose, questions),
                Bank.hashOf(questions),
                by,
                clock.instant());
        banks.keep(bank);
        return bank;
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_BANK`
    @Transactional
    public Bank find(String id) {
        return banks.find(id).orElseThrow(() -> NO_SUCH_BANK.with("no bank has the id " + id));
    }

    /// The newest first.
    @Transactional
    public List<Bank> all() {
        return banks.all(MOST_LISTED);
    }
}
