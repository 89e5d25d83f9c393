package io.mingshi.records.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.contracts.PersonId;
import io.mingshi.evidencelog.EvidenceLog;
import io.mingshi.evidencelog.LogSettings;
import io.mingshi.evidencelog.merkle.Tile;
import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.KeyType;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.SignerKey;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.records.Evidence;
import io.mingshi.records.FlatJson;
import io.mingshi.records.Header;
import io.mingshi.records.KeptRecord;
import io.mingshi.records.Links;
import io.mingshi.records.LogLedger;
import io.mingshi.records.Pending;
import io.mingshi.records.RecordScan;
import io.mingshi.records.RecordSelection;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.SaltedText;
import io.mingshi.records.Sealed;
import io.mingshi.records.StoredText;
import io.mingshi.records.export.archive.FlatObject;
import io.mingshi.records.export.archive.RecordLine;
import io.mingshi.servicekit.caller.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An export of a period of a log of its own, made by the real parts, without a service or a database.
final class SampleExport {
    static final SignerKey KEY = SignerKey.generate("example.cn/records", KeyType.LOG);
    static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
    static final Duration MARGIN = Duration.ofSeconds(10);
    /// The period has the records from this one
    static final int FIRST = 270;
    /// to before this one; one is received each second.
    static final int END = 560;

    private static final int ENTRIES = 700;
    private static final int EARLIER = 300;

    private final Path folder;
    private final List<RecordLine> lines = new ArrayList<>();
    private final List<SignedNote> checkpoints = new ArrayList<>();
    private Set<Integer> expired = Set.of();

    private SampleExport(Path folder) {
        this.folder = folder;
    }

    /// @param lost a position of the period whose record the database does not have; -1 for none
    static Path make(Path folder, int lost) throws IOException {
        SampleExport sample = new SampleExport(folder);
        sample.fillLog();
        return sample.export(lost, List.of());
    }

    /// @param first of the records that expired
    /// @param last of them
    /// @param told the last of them that the record of the expiry tells of
    static Path expired(Path folder, int first, int last, int told) throws IOException {
        SampleExport sample = new SampleExport(folder);
        KeptRecord expiry = expiry(first, told);
        sample.lines.add(RecordLines.of(expiry, true));
        sample.expired = IntStream.rangeClosed(first, last).boxed().collect(Collectors.toSet());
        sample.fillLog();
        return sample.export(-1, List.of(expiry));
    }

    private static KeptRecord expiry(int first, int last) {
        SaltedText text =
                SaltedText.of("{\"data\":{\"retentionClass\":\"NETWORK_LOG\",\"month\":\"2026-11\",\"count\":3,"
                        + "\"firstPosition\":" + first + ",\"lastPosition\":" + last + "}}");
        Header header = new Header(
                "EXPIRY",
                START.minusSeconds(1),
                START.minusSeconds(1),
                RetentionClass.AUDIT,
                "/mingshi/records",
                Optional.empty(),
                "io.mingshi.records.RecordsExpired.v1",
                "NETWORK_LOG/2026-11",
                new PersonId("platform"),
                new Links(null, null, null, null, null, null, null, null, null));
        return new KeptRecord(0, header, Sealed.of(new byte[8]), text.commitment(), new StoredText.Legible(text));
    }

    private static RecordLine line(int position) {
        SaltedText text = SaltedText.of("{\"text\":\"第 " + position + " 条 <b>&amp;\\u202e\"}");
        FlatJson form = new FlatJson()
                .with("event", "E" + position)
                .with("received", START.plusSeconds(position).toString())
                .with("occurred", START.plusSeconds(position).toString())
                .with("class", "NETWORK_LOG")
                .with("source", "/mingshi/gateway")
                .with("type", "io.mingshi.gateway.WorkDelivered.v1")
                .with("subject", "W" + position)
                .with("person", "platform")
                .with("commitment", text.commitment());
        FlatObject record = FlatObject.parse(form.toString().getBytes(UTF_8), "a record");
        return new RecordLine(
                position, record, new RecordLine.Text.Given(HexFormat.of().formatHex(text.salt()), text.text()));
    }

    private void fillLog() throws IOException {
        FolderStore store = FolderStore.open(folder.resolve("log"));
        EvidenceLog.create(store, KEY);
        try (EvidenceLog log = EvidenceLog.open(store, KEY, new LogSettings(Duration.ZERO, 0))) {
            for (int position = lines.size(); position < ENTRIES; position++) {
                lines.add(line(position));
            }
            log.appendAll(
                    lines.subList(0, EARLIER).stream().map(RecordLine::entry).toList());
            checkpoints.add(log.integrate());
            log.appendAll(lines.subList(EARLIER, ENTRIES).stream()
                    .map(RecordLine::entry)
                    .toList());
            checkpoints.add(log.integrate());
        }
    }

    private Path export(int lost, List<KeptRecord> expiries) throws IOException {
        Evidence evidence = evidence();
        var period = new ExportScope.Period(START.plusSeconds(FIRST), START.plusSeconds(END));
        PeriodRange range = PeriodRange.of(evidence.reader(), ENTRIES, period, MARGIN);
        long bytes;
        long records = 0;
        try (PartWriter part = new PartWriter(folder.resolve("part"), 0)) {
            for (RecordLine line : lines.subList(FIRST, END)) {
                if (line.position() != lost && !expired.contains((int) line.position())) {
                    part.add(line);
                    records++;
                }
            }
            bytes = part.finish();
        }
        var export = new Export.Running(
                new ExportOrder(
                        "X1", period, true, "案 2026-1", "an inspection", new PersonId("olga"), Role.OFFICER, START),
                Optional.of(new Export.Approval(new PersonId("otto"), START)),
                new ExportPlan(
                        START,
                        checkpoints.getLast(),
                        records,
                        MARGIN,
                        OptionalLong.of(range.first()),
                        OptionalLong.of(range.end())),
                new Export.Progress(1, records, bytes, END - 1));
        Path file = folder.resolve("export.zip");
        List<Exports.Part> parts = List.of(new Exports.Part(0, "part", records, END - 1, bytes));
        try (Assembly assembly = new Assembly(export, parts, folder, file, evidence)) {
            assembly.records();
            assembly.completeness(new Database(expiries));
            assembly.stored(new TreeMap<>());
            assembly.log(new Remembered(checkpoints));
            assembly.finish(KEY::sign);
        }
        return file;
    }

    private Evidence evidence() {
        return new OwnLog(FolderStore.reading(folder.resolve("log")), checkpoints.getLast());
    }

    /// The log in the folder.
    private record OwnLog(LogReader reader, SignedNote checkpoint) implements Evidence {
        @Override
        public VerifierKey key() {
            return KEY.verifier();
        }

        @Override
        public Policy policy() {
            return Policy.of(key());
        }

        @Override
        public long size() {
            return Checkpoint.parse(checkpoint.text()).size();
        }

        @Override
        public Optional<LogProof> prove(long position) {
            return Optional.of(prove(List.of(position), checkpoint).getFirst());
        }

        @Override
        public Map<Long, byte[]> entries(Collection<Long> positions) {
            Map<Long, byte[]> found = new HashMap<>();
            positions.forEach(position -> {
                try {
                    Tile tile = Tile.of(0, position / Tile.FULL, size());
                    found.put(position, reader.bundle(tile).entry((int) (position % Tile.FULL)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return found;
        }

        @Override
        public List<LogProof> prove(List<Long> positions, SignedNote note) {
            TileTree tree = new TileTree(reader, size());
            return positions.stream()
                    .map(position -> {
                        try {
                            return LogProof.of(tree.inclusion(position), note);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    /// All that the database is asked for here are records that tell of an expiry.
    private record Database(List<KeptRecord> expiries) implements RecordScan {
        @Override
        public long count(RecordSelection selection, long after, long before) {
            return expiries.size();
        }

        @Override
        public List<Found> find(RecordSelection selection, long after, long before, int limit) {
            return expiries.stream()
                    .map(record -> new Found(record.position(), 0))
                    .toList();
        }

        @Override
        public List<KeptRecord> read(RecordSelection selection, long first, long last) {
            return expiries;
        }
    }

    /// Checkpoints that were remembered.
    private record Remembered(List<SignedNote> notes) implements LogLedger {
        @Override
        public long next() {
            return ENTRIES;
        }

        @Override
        public List<Pending> pending(long from, int limit) {
            return List.of();
        }

        @Override
        public Optional<VerifierKey> key() {
            return Optional.of(KEY.verifier());
        }

        @Override
        public void bind(VerifierKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forward(long size, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ahead> ahead() {
            return List.of();
        }

        @Override
        public void keep(SignedNote checkpoint, Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<SignedNote> checkpoints(long fromSize, int limit) {
            return notes;
        }

        @Override
        public Optional<SignedNote> newestCheckpoint() {
            return Optional.of(notes.getLast());
        }
    }
}
