package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.NO_SUCH_WAIVER;
import static io.mingshi.governance.GovernanceProblem.WAIVER_INCOMPLETE;

import io.mingshi.contracts.ContentKind;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.GovernanceEvent.WaiverEnded;
import io.mingshi.contracts.event.GovernanceEvent.WaiverRegistered;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets results of a model leave without a verdict on themselves, for a time and in an officer's name.
///
/// What users hand in of the same kind is taken without one, too. Known pictures and takedowns count all the
/// same.
///
/// Results are reviewed, by a machine or a person; a model whose results cannot hold what is prohibited may go
/// without, and who decided so stands in every record that rests on it.
/// [DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
@ApplicationScoped
public class WaiveScreening {
    private static final int LONGEST_REASON = 1000;
    private static final List<ContentKind> WAIVABLE = List.of(ContentKind.IMAGE, ContentKind.AUDIO, ContentKind.VIDEO);

    /// The provider's own limit: as long as an assessment counts by default.
    static final Duration LONGEST = Duration.ofDays(366);

    private final Waivers waivers;
    private final GovernanceFacts facts;
    private final Ids ids;
    private final Clock clock;

    WaiveScreening(Waivers waivers, GovernanceFacts facts, Ids ids, Clock clock) {
        this.waivers = waivers;
        this.facts = facts;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public List<Waiver> inForce() {
        return waivers.all(clock.instant());
    }

    /// In force from the commit on.
    ///
    /// @param until the end; null is refused
    @Transactional
    public Waiver register(ModelId model, ContentKind kind, String reason, @Nullable Instant until, PersonId by) {
        Instant now = clock.instant();
        if (!WAIVABLE.contains(kind)) {
            throw WAIVER_INCOMPLETE.with("a waiver is for one of " + WAIVABLE + ": texts always have their verdict");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw WAIVER_INCOMPLETE.with("give the reason of the waiver, 1 to " + LONGEST_REASON + " characters");
        }
        if (until == null || !until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw WAIVER_INCOMPLETE.with(
                    "give until, an instant in the future and at most " + LONGEST.toDays() + " days away");
        }
        var waiver = new Waiver(ids.next(), model, kind, reason.strip(), by, until, now);
        waivers.keep(waiver);
        facts.publish(new WaiverRegistered(waiver.id(), model, kind, waiver.reason(), by, until, now));
        return waiver;
    }

    @Transactional
    public void end(String id, PersonId by) {
        Instant now = clock.instant();
        Waiver ended = waivers.end(id, now)
                .orElseThrow(() -> NO_SUCH_WAIVER.with("no waiver is in force under the number " + id));
        facts.publish(new WaiverEnded(id, ended.model(), ended.kind(), by, now));
    }
}
