package io.mingshi.moderation.bank;

import static io.mingshi.moderation.ModerationProblem.BANK_INSUFFICIENT;
import static io.mingshi.moderation.ModerationProblem.BANK_UNUSABLE;
import static io.mingshi.moderation.ModerationProblem.EVALUATION_INCOMPLETE;
import static io.mingshi.moderation.ModerationProblem.EVALUATION_OVER;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_EVALUATION;
import static io.mingshi.moderation.ModerationProblem.NO_SUCH_QUESTION;
import static io.mingshi.moderation.ModerationProblem.OWN_ANNOTATION;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.Version;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Draws a sample, takes what annotators and their reviewers found, and reports.
@ApplicationScoped
public class Evaluate {
    private final Evaluations evaluations;
    private final Library library;
    private final EvaluationReport reports;
    private final Ids ids;
    private final Clock clock;

    Evaluate(Evaluations evaluations, Library library, EvaluationReport reports, Ids ids, Clock clock) {
        this.evaluations = evaluations;
        this.library = library;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    /// What somebody found about a question of the sample.
    ///
    /// @param acceptable whether what the service said is safe
    public record Finding(int number, boolean refused, boolean acceptable) {}

    /// A bank that is too small fails here, not later: no report rests on it.
    ///
    /// @param banks one of each purpose
    /// @param seed draws the same sample again
    /// @throws io.mingshi.contracts.ProblemException `BANK_UNUSABLE`, `BANK_INSUFFICIENT`
    @Transactional
    public Evaluation begin(List<Bank> banks, long seed, PersonId by) {
        if (banks.size() != Purpose.values().length
                || banks.stream().map(Bank::purpose).distinct().count() != banks.size()) {
            throw BANK_UNUSABLE.with("an evaluation needs one bank of each purpose");
        }
        for (Bank bank : banks) {
            var adequacy = Adequacy.of(bank);
            if (!adequacy.sufficient()) {
                throw BANK_INSUFFICIENT.with(
                        "the bank " + bank.name() + ": " + adequacy.missing().getFirst());
            }
        }
        Version inForce = library.current();
        var evaluation = new Evaluation(
                ids.next(), seed, inForce.version(), inForce.hash(), by, clock.instant(), Optional.empty());
        evaluations.begin(
                evaluation, banks.stream().map(bank -> draw(bank, seed)).toList());
        return evaluation;
    }

    @Transactional
    public List<Item> sample(String id) {
        find(id);
        return evaluations.items(id);
    }

    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_EVALUATION`
    @Transactional
    public Evaluation find(String id) {
        return evaluations.find(id).orElseThrow(() -> NO_SUCH_EVALUATION.with("no evaluation has this id"));
    }

    /// An annotation replaces an earlier one, and is to be reviewed again.
    @Transactional
    public void annotate(String id, List<Finding> findings, PersonId annotator) {
        List<Item> items = open(id);
        for (Finding finding : findings) {
            item(items, finding.number());
            evaluations.annotate(id, finding.number(), finding.refused(), finding.acceptable(), annotator);
        }
    }

    /// Whoever annotated a question does not review it: the two roles are kept apart.
    ///
    /// @param upheld false takes the annotations back
    @Transactional
    public void review(String id, List<Integer> numbers, boolean upheld, PersonId reviewer) {
        List<Item> items = open(id);
        for (int number : numbers) {
            Item item = item(items, number);
            if (item.annotator() == null) {
                throw EVALUATION_INCOMPLETE.with("question " + number + " is not annotated yet");
            }
            if (item.annotator().equals(reviewer)) {
                throw OWN_ANNOTATION.with("you annotated question " + number + ": another person has to review it");
            }
            if (upheld) {
                evaluations.review(id, number, reviewer);
            } else {
                evaluations.reject(id, number);
            }
        }
    }

    /// The signed report as a compact JWS; it is made once.
    ///
    /// @throws io.mingshi.contracts.ProblemException `EVALUATION_INCOMPLETE`, `EVALUATION_OVER`
    @Transactional
    public String report(String id) {
        List<Item> items = open(id);
        long missing = items.stream().filter(item -> !item.done()).count();
        if (missing > 0) {
            throw EVALUATION_INCOMPLETE.with(missing + " questions are not annotated and reviewed yet");
        }
        String report = reports.of(find(id), items, clock.instant());
        evaluations.report(id, report, clock.instant());
        return report;
    }

    private List<Item> open(String id) {
        Evaluation evaluation =
                evaluations.findForChange(id).orElseThrow(() -> NO_SUCH_EVALUATION.with("no evaluation has this id"));
        if (evaluation.report().isPresent()) {
            throw EVALUATION_OVER.with("this evaluation has its report: begin the next one");
        }
        return evaluations.items(id);
    }

    private static Item item(List<Item> items, int number) {
        if (number < 1 || number > items.size()) {
            throw NO_SUCH_QUESTION.with("the sample has the questions 1 to " + items.size());
        }
        return items.get(number - 1);
    }

    /// The generator's algorithm is part of the Java platform's specification, so that a seed draws the same always.
    private static Evaluations.Drawn draw(Bank bank, long seed) {
        var places = new ArrayList<>(
                IntStream.range(0, bank.questions().size()).boxed().toList());
        Collections.shuffle(places, new Random(seed));
        return new Evaluations.Drawn(
                bank, places.subList(0, Math.min(places.size(), bank.purpose().sample())));
    }
}
