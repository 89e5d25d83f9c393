package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredProposals implements Proposals {
    @Override
    public void keep(Proposal proposal) {
        ProposalRow.of(proposal).persist();
    }

    @Override
    public List<Proposal> open(int limit) {
        return ProposalRow.<ProposalRow>find("approver is null order by id").page(0, limit).stream()
                .map(ProposalRow::proposal)
                .toList();
    }

    @Override
    public Optional<Found> findForChange(String id) {
        return ProposalRow.<ProposalRow>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> new Found(row.proposal(), row.approver != null));
    }

    @Override
    public void approved(String id, PersonId approver, Instant at, long version) {
        ProposalRow row = ProposalRow.findById(id);
        row.approver = approver.value();
        row.approvedAt = at;
        row.version = version;
    }
}
