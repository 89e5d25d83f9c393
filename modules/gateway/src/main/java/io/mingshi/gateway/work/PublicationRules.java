package io.mingshi.gateway.work;

import static io.mingshi.gateway.GatewayProblem.CONSENT_REFUSED;
import static io.mingshi.gateway.GatewayProblem.CONSENT_WITHDRAWN;
import static io.mingshi.gateway.GatewayProblem.PUBLICATION_PAUSED;
import static io.mingshi.gateway.GatewayProblem.REAL_NAME_REQUIRED;
import static io.mingshi.gateway.GatewayProblem.SOURCE_REQUIRED;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.consent.ConsentDecisions;
import io.mingshi.contracts.consent.ConsentQuestion;
import io.mingshi.contracts.governance.PauseScope;
import io.mingshi.contracts.governance.Pauses;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Accounts;
import io.mingshi.gateway.admission.Admission;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.gateway.work.Withdrawn.MadeUnder;
import jakarta.enterprise.context.ApplicationScoped;

/// Who may publish, when, and what; a question that is not answered refuses.
@ApplicationScoped
class PublicationRules {
    private final Accounts accounts;
    private final Standings standings;
    private final Pauses pauses;
    private final ConsentDecisions consents;
    private final Withdrawn withdrawn;
    private final Screening screening;

    PublicationRules(
            Accounts accounts,
            Standings standings,
            Pauses pauses,
            ConsentDecisions consents,
            Withdrawn withdrawn,
            Screening screening) {
        this.screening = screening;
        this.accounts = accounts;
        this.standings = standings;
        this.pauses = pauses;
        this.consents = consents;
        this.withdrawn = withdrawn;
    }

    /// There is no publishing for people whose real identity is not proven.
    /// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    ///
    /// Nor for those whom a sanction forbids it. [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    void proven(PersonId owner) {
        accounts.requireMayPublish(owner);
        if (!standings.of(owner).assurance().proven()) {
            throw REAL_NAME_REQUIRED.with("verify your identity before you publish: POST /api/identity/verifications");
        }
    }

    void notPaused() {
        if (pauses.paused(PauseScope.PUBLICATION)) {
            throw PUBLICATION_PAUSED.with("publication is paused by order; GET /api/governance/pauses says since when");
        }
    }

    /// What was asked for as news is published again only as the news of a unit that the library lists.
    /// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    ///
    /// @param source the unit; empty where none is named
    void sourceOfNews(Work work, String source) {
        boolean news = work.review() != null && work.review().reason().startsWith(Admission.HELD_BY_REQUEST);
        if (news && !screening.newsSource(source)) {
            throw SOURCE_REQUIRED.with(
                    "the work " + work.produceId() + " was asked for as news: name in the field source"
                            + " the unit that published it, one of those with the verdict NEWS_SOURCE in the feature library");
        }
    }

    /// Everybody whom the work shows consented to publication, and none has withdrawn by now.
    /// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
    void depictedPeopleAgree(Work work) {
        if (work.hidden()) {
            throw CONSENT_WITHDRAWN.with("a person whom the work " + work.produceId()
                    + " shows withdrew the consent: it cannot be published, and is to be removed");
        }
        withdrawn.of(work.produceId()).forEach(made -> agrees(work, made));
    }

    private static Modality modality(Work work) {
        return work.recordedContent()
                .map(content -> switch (content.kind()) {
                    case VIDEO -> Modality.FACE_VIDEO;
                    case AUDIO -> Modality.VOICE;
                    case TEXT, IMAGE, VIRTUAL_SCENE, OTHER -> Modality.FACE_IMAGE;
                })
                .orElse(Modality.FACE_IMAGE);
    }

    private void agrees(Work work, MadeUnder made) {
        var decision = consents.decide(new ConsentQuestion(
                made.consent(), work.owner(), modality(work), made.purpose(), work.model(), Audience.PUBLIC, null));
        if (!decision.permitted() || !made.consent().equals(decision.consent())) {
            throw CONSENT_REFUSED.with(
                    "the consent " + made.consent() + " does not permit publication: " + decision.reason());
        }
    }
}
