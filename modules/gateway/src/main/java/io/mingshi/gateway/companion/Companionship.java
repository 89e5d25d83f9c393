package io.mingshi.gateway.companion;

import static io.mingshi.gateway.GatewayProblem.COMPANION_REFUSED;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.governance.CompanionRole;
import io.mingshi.contracts.governance.ModelAdmission;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.screening.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Keeps the rules of companionship for models that are declared for it, and for no other.
///
/// Interim Measures on anthropomorphic interaction services, order 21 of 2026: danger comes first (art. 13),
/// then who may use it (art. 14), leaving (art. 19) and what people are told (art. 18).
@ApplicationScoped
public class Companionship {
    private final Screening screening;
    private final Sessions sessions;
    private final CompanionPolicy policy;
    private final OwnSentences sentences;
    private final LatestWords latest;
    private final Clock clock;

    Companionship(
            Screening screening,
            Sessions sessions,
            CompanionPolicy policy,
            OwnSentences sentences,
            LatestWords latest,
            Clock clock) {
        this.screening = screening;
        this.sessions = sessions;
        this.policy = policy;
        this.sentences = sentences;
        this.latest = latest;
        this.clock = clock;
    }

    /// Who asks, and under which number.
    public record Asking(AdmissionId admission, PersonId person, Audience audience) {
        private boolean minor() {
            return audience == Audience.MINORS;
        }
    }

    /// @throws io.mingshi.contracts.ProblemException `COMPANION_REFUSED` where a minor asks for what
    ///     adults alone have
    public Turn turn(Asking asking, Prompt prompt, ModelAdmission model) {
        if (model.companionship().isEmpty()) {
            return Turn.NONE;
        }
        if (!(prompt instanceof Prompt.Chat chat)) {
            refuseMinors(asking, model);
            return Turn.NONE;
        }
        String words = latest.of(chat);
        Optional<ScreeningRecord> danger = screening.danger(List.of(words), asking.audience());
        if (danger.isPresent()) {
            return help(asking, chat, danger.get(), Language.of(words));
        }
        refuseMinors(asking, model);
        return policy.isExit(words) ? exit(asking, chat, words) : goOn(asking, chat.model(), Language.of(words));
    }

    private Turn goOn(Asking asking, ModelId model, Language language) {
        Session session = sessions.open(asking.person(), model, clock.instant(), policy.gap());
        return Turn.of(session, session.due(policy.reminderAfter()), language);
    }

    /// A minor who may be in danger is helped, whatever the model is.
    private Turn help(Asking asking, Prompt.Chat chat, ScreeningRecord verdict, Language language) {
        Turn turn = goOn(asking, chat.model(), language);
        turn.session()
                .ifPresent(session -> sessions.handOver(
                        session, new Sessions.Danger(asking.admission(), asking.minor(), verdict, chat.hash())));
        return turn.answered(new Reply(Reply.Kind.HELP, sentences.help(language), verdict));
    }

    /// A word that the library forbids ends nothing: it is refused like any other.
    private Turn exit(Asking asking, Prompt.Chat chat, String words) {
        var verdict = screening.input(List.of(words), asking.audience());
        if (verdict.blocked()) {
            return goOn(asking, chat.model(), Language.of(words));
        }
        sessions.end(asking.person(), chat.model());
        return Turn.ended(new Reply(Reply.Kind.EXIT, sentences.goodbye(Language.of(words)), verdict.entry()));
    }

    /// A model that plays such a role beside others is refused as a whole: what it plays is the model's
    /// to choose.
    private static void refuseMinors(Asking asking, ModelAdmission model) {
        if (asking.minor() && model.companionship().stream().anyMatch(CompanionRole::forAdultsAlone)) {
            throw COMPANION_REFUSED.with(
                    "the model " + model.model() + " plays a partner or a relative, which nobody under"
                            + " 18 may have; if you are of age, verify your identity or appeal");
        }
    }

    /// Ends the session as a button does.
    ///
    /// @return whether there was one
    public boolean exit(PersonId person, ModelId model) {
        return sessions.end(person, model);
    }

    /// Keeps that the notice of this turn has gone out.
    public void told(Turn turn) {
        if (turn.notice().isPresent()) {
            turn.session().ifPresent(session -> sessions.told(session, session.lastAt()));
        }
    }
}
