package io.mingshi.gateway.work;

import static io.mingshi.gateway.GatewayProblem.CONSENT_WITHDRAWN;
import static io.mingshi.gateway.GatewayProblem.HELD_FOR_REVIEW;
import static io.mingshi.gateway.GatewayProblem.NO_SUCH_WORK;
import static io.mingshi.gateway.GatewayProblem.REVIEW_REFUSED;
import static io.mingshi.gateway.GatewayProblem.TAKEN_DOWN;
import static io.mingshi.gateway.GatewayProblem.WORK_INCOMPLETE;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.Media;
import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.labels.MediaType;
import io.mingshi.servicekit.caller.Caller;
import io.mingshi.servicekit.caller.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What owners, officers and the public see of works; a work that was taken down is shown to nobody.
@ApplicationScoped
public class Works {
    private static final int PAGE = 100;

    private final WorkLedger ledger;
    private final ContentStore contents;
    private final WorkLinks links;
    private final Withdrawn withdrawn;

    Works(WorkLedger ledger, ContentStore contents, WorkLinks links, Withdrawn withdrawn) {
        this.ledger = ledger;
        this.contents = contents;
        this.links = links;
        this.withdrawn = withdrawn;
    }

    /// The record, for its owner or an officer, whose look is itself recorded.
    public Work find(Caller caller, ProduceId id) {
        Work work = ledger.find(id).orElseThrow(() -> unknown(id));
        if (work.owner().equals(caller.person())) {
            return work;
        }
        if (!caller.is(Role.OFFICER)) {
            throw unknown(id);
        }
        ledger.recordRead(caller, id);
        return work;
    }

    /// The newest works of this person.
    public List<Work> ofOwner(PersonId owner) {
        return ledger.ofOwner(owner, PAGE);
    }

    /// The works of this person that are to be removed, because somebody whom they show withdrew.
    public List<Work> toBeRemoved(PersonId owner) {
        return withdrawn.ofOwner(owner, PAGE);
    }

    /// The record, for its owner alone.
    public Work owned(PersonId owner, ProduceId id) {
        return ledger.find(id).filter(work -> work.owner().equals(owner)).orElseThrow(() -> unknown(id));
    }

    /// The labelled bytes, for the owner.
    ///
    /// @throws ProblemException `TAKEN_DOWN` for the owner as for everybody
    public Media content(PersonId owner, ProduceId id) {
        return show(owned(owner, id));
    }

    /// The labelled bytes, for anybody: of a published work, or through a temporary address.
    ///
    /// @throws ProblemException `TAKEN_DOWN`, `CONSENT_WITHDRAWN`, or `NO_SUCH_WORK` for a work that is not
    ///     public
    public Media shown(ProduceId id, @Nullable Long expires, @Nullable String signature) {
        Work work = ledger.find(id).orElseThrow(() -> unknown(id));
        if (!work.published() && !links.opens(id, expires, signature)) {
            throw unknown(id);
        }
        if (work.hidden()) {
            throw CONSENT_WITHDRAWN.with("a person whom this work shows withdrew the consent");
        }
        return show(work);
    }

    private Media show(Work work) {
        if (work.takenDown()) {
            throw TAKEN_DOWN.with(
                    "the work " + work.produceId() + " was taken down; its owner reads why at /me/decisions");
        }
        requireReleased(work);
        var content = work.recordedContent()
                .orElseThrow(() -> WORK_INCOMPLETE.with("the content of the work " + work.produceId()
                        + " is not recorded: it is still being made, or" + " its stream was cut"));
        return new Media(MediaType.ofMimeType(content.mediaType()).orElseThrow(), contents.get(content.sha256()));
    }

    /// Nothing leaves that a person has to look at and has not released.
    ///
    /// @throws ProblemException `HELD_FOR_REVIEW` or `REVIEW_REFUSED`
    static void requireReleased(Work work) {
        if (work.held()) {
            throw HELD_FOR_REVIEW.with("a person has to look at the work " + work.produceId() + " first");
        }
        if (work.refused()) {
            throw REVIEW_REFUSED.with("a person looked at the work " + work.produceId()
                    + " and refused it; appeal to moderation if you disagree");
        }
    }

    private static ProblemException unknown(ProduceId id) {
        return NO_SUCH_WORK.with("no work that you may see has the ProduceID " + id);
    }
}
