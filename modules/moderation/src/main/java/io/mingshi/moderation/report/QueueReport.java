package io.mingshi.moderation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mingshi.contracts.event.ModerationEvent.ReportQueued;
import io.mingshi.moderation.ModerationFacts;
import io.mingshi.moderation.Reasons;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Queues a report in the transaction of the decision that it tells of.
///
/// It names no person: the authority asks for people through the records, with a case.
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class QueueReport {
    private final Reports reports;
    private final ModerationFacts facts;
    private final Ids ids;
    private final Clock clock;
    private final Optional<String> provider;

    QueueReport(
            Reports reports,
            ModerationFacts facts,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "mingshi.provider-code") Optional<String> provider) {
        this.reports = reports;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
        this.provider = provider;
    }

    /// @param about the number of the decision
    /// @param contentHash SHA-256 of what is reported
    /// @return the number of the report
    public String queue(String about, Reasons reasons, String contentHash) {
        Instant now = clock.instant();
        String number = ids.next();
        String content = JsonNodeFactory.instance
                .objectNode()
                .put("report", number)
                .put("provider", provider.orElse(""))
                .put("decision", about)
                .put("policy", reasons.policy().name())
                .put("article", reasons.policy().article())
                .put("facts", reasons.reason())
                .put("contentSha256", contentHash)
                .put("decidedAt", now.toString())
                .toString();
        Instant due = now.plus(Report.WITHIN);
        reports.add(new Report(number, about, reasons.policy(), content, now, due, 0, now, null, null, null));
        facts.publish(new ReportQueued(number, about, reasons.policy().name(), now, due));
        return number;
    }
}
