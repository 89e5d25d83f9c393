package io.mingshi.moderation.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private static final String INCIDENT = "INCIDENT";

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
        ObjectNode content = content(about, reasons.policy().name(), reasons.reason())
                .put("article", reasons.policy().article())
                .put("contentSha256", contentHash);
        return enter(about, reasons.policy().name(), content, clock.instant().plus(Report.WITHIN));
    }

    /// @param about the number of the incident, or of its summary
    /// @param due when the authority has to know
    /// @return the number of the report
    public String queueIncident(String about, String level, String facts, Instant due) {
        return enter(about, INCIDENT, content(about, INCIDENT, facts).put("level", level), due);
    }

    private ObjectNode content(String about, String ground, String reason) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("provider", provider.orElse(""))
                .put("decision", about)
                .put("policy", ground)
                .put("facts", reason);
    }

    private String enter(String about, String ground, ObjectNode content, Instant due) {
        Instant now = clock.instant();
        String number = ids.next();
        content.put("report", number).put("decidedAt", now.toString());
        reports.add(new Report(number, about, ground, content.toString(), now, due, 0, now, null, null, null));
        facts.publish(new ReportQueued(number, about, ground, now, due));
        return number;
    }
}
