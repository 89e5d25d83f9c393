package io.mingshi.moderation.store;

import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.Library;
import io.mingshi.moderation.Origin;
import io.mingshi.moderation.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class StoredLibrary implements Library {
    /// A statement has room for so many parameters.
    private static final int AT_ONCE = 1000;

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
    public void add(LibraryEntry entry, Origin origin, long since) {
        EntryRow.of(entry, origin, since).persist();
    }

    @Override
    public void retire(List<String> ruleIds, long from) {
        for (int i = 0; i < ruleIds.size(); i += AT_ONCE) {
            EntryRow.update(
                    "retiredVersion = ?1 where retiredVersion is null and ruleId in ?2",
                    from,
                    ruleIds.subList(i, Math.min(ruleIds.size(), i + AT_ONCE)));
        }
    }

    @Override
    public void publish(Version version, String action, String what, Origin origin) {
        LibraryRow library = LibraryRow.findById(LibraryRow.ONLY);
        library.version = version.version();
        library.hash = version.hash();
        library.publishedAt = version.publishedAt();
        var row = new VersionRow();
        row.version = version.version();
        row.hash = version.hash();
        row.action = action;
        row.ruleId = what;
        row.proposer = origin.proposer().value();
        row.approver = origin.approver().value();
        row.publishedAt = version.publishedAt();
        row.persist();
    }
}
