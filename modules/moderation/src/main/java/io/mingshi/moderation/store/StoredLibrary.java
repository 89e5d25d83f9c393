package io.mingshi.moderation.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.Proposal;
import io.mingshi.moderation.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredLibrary implements Library {
    @Override
    public Version current() {
        return LibraryRow.<LibraryRow>findById(LibraryRow.ONLY).version();
    }

    @Override
    public Version currentForChange() {
        return LibraryRow.<LibraryRow>findById(LibraryRow.ONLY, LockModeType.PESSIMISTIC_WRITE)
                .version();
    }

    @Override
    public Optional<Version> find(long version) {
        return VersionRow.<VersionRow>findByIdOptional(version).map(VersionRow::version);
    }

    @Override
    public List<LibraryEntry> entries(long version) {
        return EntryRow.<EntryRow>find(
                        "sinceVersion <= ?1 and (retiredVersion is null or retiredVersion > ?1)", version)
                .stream()
                .map(EntryRow::entry)
                .sorted(Version.ORDER)
                .toList();
    }

    @Override
    public void add(LibraryEntry entry, Proposal proposal, PersonId approver, long since) {
        var row = new EntryRow();
        row.ruleId = entry.ruleId();
        row.category = entry.category();
        row.term = entry.term();
        row.reason = proposal.reason();
        row.source = proposal.source();
        row.proposer = proposal.proposer().value();
        row.approver = approver.value();
        row.sinceVersion = since;
        row.persist();
    }

    @Override
    public void retire(String ruleId, long from) {
        EntryRow.<EntryRow>findById(ruleId).retiredVersion = from;
    }

    @Override
    public void publish(Version version, Proposal proposal, String ruleId, PersonId approver) {
        LibraryRow library = LibraryRow.findById(LibraryRow.ONLY);
        library.version = version.version();
        library.hash = version.hash();
        library.publishedAt = version.publishedAt();
        var row = new VersionRow();
        row.version = version.version();
        row.hash = version.hash();
        row.action = ProposalRow.action(proposal.change());
        row.ruleId = ruleId;
        row.proposer = proposal.proposer().value();
        row.approver = approver.value();
        row.publishedAt = version.publishedAt();
        row.persist();
    }
}
