package io.mingshi.moderation.messaging;

import io.mingshi.contracts.event.GatewayEvent.RequestRefused;
import io.mingshi.moderation.Refusals;
import io.mingshi.moderation.RefusedGeneration;
import io.mingshi.moderation.sanction.CountViolations;
import io.mingshi.moderation.statement.ExplainRefusal;
import jakarta.enterprise.context.ApplicationScoped;

/// Keeps, for the reviewers, the refusals that screening caused, explains every refusal to the person concerned,
/// and counts violations.
///
/// The refused content is not kept here; rule, person and library are.
/// [DSP-6](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
class RefusalsOfGateway {
    private final Refusals refusals;
    private final ExplainRefusal explain;
    private final CountViolations violations;

    RefusalsOfGateway(Refusals refusals, ExplainRefusal explain, CountViolations violations) {
        this.refusals = refusals;
        this.explain = explain;
        this.violations = violations;
    }

    /// @param event the id of the event that tells of it
    void heard(String event, RequestRefused refused) {
        if (refused.screening() != null) {
            refusals.keep(new RefusedGeneration(
                    event,
                    refused.admission(),
                    refused.person(),
                    refused.model(),
                    refused.problem(),
                    refused.screening(),
                    refused.inputHash(),
                    refused.refusedAt()));
        }
        explain.refused(refused);
        violations.refused(refused);
    }
}
