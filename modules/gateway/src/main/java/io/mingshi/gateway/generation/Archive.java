package io.mingshi.gateway.generation;

import io.mingshi.contracts.ProduceId;
import io.mingshi.gateway.admission.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Stores the content, then commits the record; what comes out may be sent.
@ApplicationScoped
class Archive {
    private final ContentStore contents;
    private final WorkJournal journal;

    Archive(ContentStore contents, WorkJournal journal) {
        this.contents = contents;
        this.journal = journal;
    }

    /// @param holds which of the works nobody is handed yet: they are recorded, and do not come out here
    List<Recorded> record(Admission admission, List<Labelled> works, List<Hold> holds) {
        works.forEach(this::store);
        journal.recorded(admission, works, holds);
        var held = holds.stream().map(Hold::work).toList();
        return works.stream()
                .filter(work -> !held.contains(work.work()))
                .map(Recorded::new)
                .toList();
    }

    private void store(Labelled work) {
        contents.put(work.content());
        work.unlabelled().ifPresent(contents::put);
    }

    void open(Admission admission, List<ProduceId> works) {
        journal.opened(admission, works);
    }

    List<Recorded> complete(Admission admission, List<Labelled> works) {
        works.forEach(this::store);
        journal.completed(admission, works);
        return works.stream().map(Recorded::new).toList();
    }

    void abandon(List<ProduceId> works, String detail) {
        if (!works.isEmpty()) {
            journal.abandoned(works, detail);
        }
    }
}
