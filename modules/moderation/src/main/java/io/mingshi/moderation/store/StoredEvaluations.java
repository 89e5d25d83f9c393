package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.bank.Bank;
import io.mingshi.moderation.bank.Banks;
import io.mingshi.moderation.bank.Evaluation;
import io.mingshi.moderation.bank.Evaluations;
import io.mingshi.moderation.bank.Item;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class StoredEvaluations implements Evaluations {
    private final Banks banks;

    StoredEvaluations(Banks banks) {
        this.banks = banks;
    }

    @Override
    public void begin(Evaluation evaluation, List<Drawn> drawn) {
        var row = new EvaluationRow();
        row.id = evaluation.id();
        row.seed = evaluation.seed();
        row.libraryVersion = evaluation.libraryVersion();
        row.libraryHash = evaluation.libraryHash();
        row.begunBy = evaluation.begunBy().value();
        row.begunAt = evaluation.begunAt();
        row.persist();
        int number = 0;
        for (Drawn each : drawn) {
            for (int place : each.places()) {
                var item = new EvaluationItemRow();
                item.evaluation = evaluation.id();
                item.number = ++number;
                item.bank = each.bank().id();
                item.position = place;
                item.persist();
            }
        }
    }

    @Override
    public Optional<Evaluation> findForChange(String id) {
        return EvaluationRow.<EvaluationRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(EvaluationRow::evaluation);
    }

    @Override
    public Optional<Evaluation> find(String id) {
        return EvaluationRow.<EvaluationRow>findByIdOptional(id).map(EvaluationRow::evaluation);
    }

    @Override
    public List<Item> items(String id) {
        Map<String, Bank> known = new HashMap<>();
        return EvaluationItemRow.of(id).stream()
                .map(row -> item(
                        row,
                        known.computeIfAbsent(row.bank, bank -> banks.find(bank).orElseThrow())))
                .toList();
    }

    @Override
    public void annotate(String id, int number, boolean refused, boolean acceptable, PersonId annotator) {
        EvaluationItemRow row = EvaluationItemRow.of(id, number);
        row.refused = refused;
        row.acceptable = acceptable;
        row.annotator = annotator.value();
        row.reviewer = null;
    }

    @Override
    public void review(String id, int number, PersonId reviewer) {
        EvaluationItemRow.of(id, number).reviewer = reviewer.value();
    }

    @Override
    public void reject(String id, int number) {
        EvaluationItemRow row = EvaluationItemRow.of(id, number);
        row.refused = null;
        row.acceptable = null;
        row.annotator = null;
        row.reviewer = null;
    }

    @Override
    public void report(String id, String report, Instant at) {
        EvaluationRow row = EvaluationRow.findById(id);
        row.report = report;
        row.reportedAt = at;
    }

    private static Item item(EvaluationItemRow row, Bank bank) {
        return new Item(
                row.number,
                row.bank,
                bank.purpose(),
                bank.questions().get(row.position),
                row.refused,
                row.acceptable,
                person(row.annotator),
                person(row.reviewer));
    }

    private static @Nullable PersonId person(@Nullable String value) {
        return value == null ? null : new PersonId(value);
    }
}
