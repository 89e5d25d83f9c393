package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.records.Evidence;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.LogLedger;
import io.mingshi.records.NoteSigner;
import io.mingshi.records.RecordScan;
import io.mingshi.records.export.archive.Completeness;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.Fragments;
import io.mingshi.records.export.archive.LeftOut;
import io.mingshi.records.export.archive.Readme;
import io.mingshi.records.export.archive.RecordPages;
import io.mingshi.records.export.archive.ZipWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The one file of an export while it is written, member after member; used once.
final class Assembly implements Closeable {
    /// Up to so many records each has a proof of its own.
    private static final int SINGLE_PROOFS = 1_000;
    /// Remembered checkpoints that are added.
    private static final int EARLIER = 16;

    private final Export.Running export;
    private final List<Exports.Part> parts;
    private final Path folder;
    private final Path work;
    private final Evidence evidence;
    private final ExportFacts facts;
    private final ZipWriter zip;
    private SortedMap<Long, KeptRecord> expiries = new TreeMap<>();

    /// @param folder of the export, with the folders of its parts
    /// @param file to be written
    Assembly(Export.Running export, List<Exports.Part> parts, Path folder, Path file, Evidence evidence)
            throws IOException {
        this.export = export;
        this.parts = parts;
        this.folder = folder;
        this.work = Folders.make(file.resolveSibling(file.getFileName() + ".work"));
        this.evidence = evidence;
        this.facts = facts(export, parts, evidence);
        this.zip = new ZipWriter(file, work);
    }

    /// What is read first, and the records.
    void records() throws IOException {
        zip.stored("README.html", Readme.html(facts));
        zip.stored("README.txt", Readme.text(facts));
        zip.stored("export.json", facts.bytes());
        zip.stored(RecordPages.INDEX, RecordPages.index(facts));
        zip.deflated("records.jsonl", pieces(PartWriter.RECORDS));
        long pages = RecordPages.count(facts.records());
        for (long page = 0; page < pages; page++) {
            List<Path> pieces = pieces(PartWriter.page(page));
            if (page == pages - 1 && facts.records() % RecordPages.RECORDS != 0) {
                pieces.add(fragment("last", RecordPages::end));
            }
            zip.deflated(RecordPages.name(page), pieces);
        }
    }

    /// Which entries of a period have no record, and why.
    void completeness(RecordScan scan) throws IOException {
        Map<LeftOut.Why, Long> without = Map.of();
        if (facts.covered().isPresent()) {
            KnownExpiries known = new KnownExpiries(scan, facts.logSize());
            Path lines = work.resolve("completeness");
            try (OutputStream out = Fragments.into(Files.newOutputStream(lines));
                    Positions positions = positions()) {
                without = new PeriodLedger(evidence.reader(), facts, known, out).write(positions);
            }
            zip.deflated("completeness.jsonl", List.of(lines));
            expiries = known.used();
        }
        zip.stored("completeness.json", Completeness.bytes(facts, without));
        if (!expiries.isEmpty()) {
            zip.deflated("expiry.jsonl", List.of(fragment("expiry", out -> {
                for (KeptRecord record : expiries.values()) {
                    out.write(RecordLines.of(record, true).bytes());
                    out.write('\n');
                }
            })));
        }
    }

    /// Small files.
    void stored(SortedMap<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            zip.stored(file.getKey(), file.getValue());
        }
    }

    /// What of the log leads from the records to the checkpoint.
    void log(LogLedger ledger) throws IOException {
        SignedNote checkpoint = export.plan().checkpoint();
        List<SignedNote> earlier = earlier(ledger);
        zip.stored("log/key.txt", (evidence.key() + "\n").getBytes(UTF_8));
        zip.stored("log/policy.txt", PolicyText.of(evidence.policy()));
        zip.stored("log/checkpoint", checkpoint.bytes());
        for (SignedNote note : earlier) {
            zip.stored("log/checkpoints/" + Checkpoint.parse(note.text()).size(), note.bytes());
        }
        LogExcerpt excerpt = new LogExcerpt(evidence.reader(), facts.logSize(), zip);
        excerpt.edges(earlier);
        excerpt.apart(expiries.keySet());
        if (facts.covered().isPresent()) {
            ExportFacts.Covered covered = facts.covered().get();
            for (long position = covered.first(); position < covered.end(); position++) {
                excerpt.path(position);
            }
            excerpt.entries(covered.first(), covered.end());
        } else {
            try (Positions positions = positions()) {
                for (long at = positions.next(); at != Positions.END; at = positions.next()) {
                    excerpt.path(at);
                }
            }
        }
        proofs(checkpoint);
    }

    void finish(NoteSigner signer) throws IOException {
        zip.finish(facts.origin(), facts.id(), text -> signer.sign(text).bytes());
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Folders.delete(work);
    }

    private void proofs(SignedNote checkpoint) throws IOException {
        if (facts.records() > SINGLE_PROOFS) {
            return;
        }
        List<Long> positions = new ArrayList<>();
        try (Positions all = positions()) {
            for (long at = all.next(); at != Positions.END; at = all.next()) {
                positions.add(at);
            }
        }
        for (LogProof proof : evidence.prove(positions, checkpoint)) {
            zip.stored("proofs/" + proof.index() + ".tlog-proof", proof.bytes());
        }
    }

    /// Checkpoints that were remembered since the first record came.
    private List<SignedNote> earlier(LogLedger ledger) throws IOException {
        long first;
        try (Positions positions = positions()) {
            first = positions.next();
        }
        if (first == Positions.END) {
            return List.of();
        }
        return ledger.checkpoints(first + 1, EARLIER).stream()
                .filter(note -> Checkpoint.parse(note.text()).size() < facts.logSize())
                .toList();
    }

    private List<Path> pieces(String name) {
        List<Path> pieces = new ArrayList<>();
        for (Exports.Part part : parts) {
            Path piece = folder.resolve(part.folder()).resolve(name);
            if (Files.exists(piece)) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private Positions positions() {
        return new Positions(pieces(PartWriter.POSITIONS));
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Path fragment(String name, Content content) throws IOException {
        Path file = work.resolve(name);
        try (OutputStream out = Fragments.into(Files.newOutputStream(file))) {
            content.write(out);
        }
        return file;
    }

    private static ExportFacts facts(Export.Running export, List<Exports.Part> parts, Evidence evidence) {
        ExportOrder order = export.order();
        ExportPlan plan = export.plan();
        Optional<Export.Approval> approval = export.approval();
        return new ExportFacts(
                order.id(),
                evidence.key().name(),
                order.scope().facts(),
                order.texts(),
                new ExportFacts.Ordered(
                        order.caseNumber(),
                        order.reason(),
                        order.by().value(),
                        order.role().name(),
                        order.at(),
                        approval.map(agreed -> agreed.by().value()).orElse(null),
                        approval.map(Export.Approval::at).orElse(null)),
                plan.plannedAt(),
                parts.stream().mapToLong(Exports.Part::records).sum(),
                plan.logSize(),
                plan.firstEntry().isPresent()
                        ? Optional.of(new ExportFacts.Covered(
                                plan.firstEntry().getAsLong(),
                                plan.endEntry().orElseThrow(),
                                plan.margin().toSeconds()))
                        : Optional.empty());
    }
}
