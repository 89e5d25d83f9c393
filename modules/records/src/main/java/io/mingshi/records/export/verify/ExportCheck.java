package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.merkle.TileTree;
import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.note.Checkpoint;
import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.records.export.archive.Completeness;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.LeftOut;
import io.mingshi.records.export.archive.LogEntry;
import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.Readme;
import io.mingshi.records.export.archive.RecordLine;
import io.mingshi.records.export.archive.RecordPages;
import io.mingshi.records.export.archive.StrictZip;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Verifies one export, from its signature down to every record; used once.
final class ExportCheck {
    private static final int SMALL = 1 << 20;

    private final StrictZip zip;
    private final SealCheck.Sealed sealed;
    private final ExportFacts facts;
    private final Policy.Verified checkpoint;
    private final ZipLog log;
    private final TrustedTiles tiles;
    private final TreeHasher hasher = new TreeHasher();
    private final Map<RecordLine.Why, Long> withoutText = new EnumMap<>(RecordLine.Why.class);
    private long records;
    private long last = -1;

    private ExportCheck(StrictZip zip, Trust trust) throws IOException {
        this.zip = zip;
        this.sealed = SealCheck.check(zip, trust);
        this.facts = ExportFacts.parse(zip.read("export.json", SMALL));
        this.checkpoint = checkpoint(trust);
        this.log = new ZipLog(zip);
        this.tiles = new TrustedTiles(log, checkpoint.checkpoint());
        if (!facts.id().equals(sealed.seal().export())
                || !facts.origin().equals(sealed.key().name())
                || facts.logSize() != checkpoint.checkpoint().size()) {
            throw NotVerified.because(
                    "export.json is about another export, log or checkpoint than the signatures",
                    "export.json 所述的导出、日志或检查点与签名不一致");
        }
    }

    /// Verifies or throws.
    static Verified check(StrictZip zip, Trust trust) throws IOException {
        return new ExportCheck(zip, trust).run();
    }

    private Verified run() throws IOException {
        same("README.txt", Readme.text(facts));
        same("README.html", Readme.html(facts));
        same(RecordPages.INDEX, RecordPages.index(facts));
        earlierCheckpoints();
        Expiries expiries = expiries();
        Verified verified;
        if (facts.covered().isPresent()) {
            try (Lines leftOut = new Lines(zip.stream("completeness.jsonl"), "completeness.jsonl")) {
                PeriodAccount account = new PeriodAccount(facts, log, tiles, leftOut, expiries);
                records(account);
                account.finish();
                verified = verified(account.without());
            }
        } else {
            records(null);
            verified = verified(Map.of());
        }
        if (records != facts.records()) {
            throw NotVerified.because(
                    "export.json tells of " + facts.records() + " records, records.jsonl has " + records,
                    "export.json 称有 " + facts.records() + " 条记录，records.jsonl 实有 " + records + " 条");
        }
        same("completeness.json", Completeness.bytes(facts, verified.withoutRecord()));
        return verified;
    }

    private Verified verified(Map<LeftOut.Why, Long> without) {
        long texts = records
                - withoutText.values().stream().mapToLong(Long::longValue).sum();
        return new Verified(facts, sealed.key(), checkpoint.cosignatures(), texts, withoutText, without);
    }

    /// The checkpoint, by the rules of the person at the terminal, and by those that the provider names itself.
    private Policy.Verified checkpoint(Trust trust) throws IOException {
        SignedNote note = SignedNote.parse(zip.read("log/checkpoint", SignedNote.MAX_BYTES));
        Policy own = Policy.parse(zip.read("log/policy.txt", SMALL));
        if (own.logs().stream().noneMatch(log -> log.key().equals(sealed.key()))) {
            throw NotVerified.because(
                    "log/policy.txt names another log than the signature", "log/policy.txt 所列日志与签名不一致");
        }
        Policy.Verified byOwn = own.verify(note);
        Policy.Verified verified = switch (trust) {
            case Trust.Key(VerifierKey key) -> {
                Policy.of(key).verify(note);
                yield byOwn;
            }
            case Trust.Rules(Policy policy) -> policy.verify(note);
            case Trust.Nobody() -> byOwn;
        };
        if (!verified.checkpoint().origin().equals(sealed.key().name())) {
            throw NotVerified.because("log/checkpoint is of another log", "log/checkpoint 属于另一份日志");
        }
        return verified;
    }

    /// Every remembered checkpoint is of this log, and this log is that one with entries appended.
    private void earlierCheckpoints() throws IOException {
        TileTree tree = new TileTree(tiles, facts.logSize());
        for (var member : zip.members()) {
            if (member.name().startsWith("log/checkpoints/")) {
                Checkpoint earlier = SignedNote.parse(zip.read(member.name(), SignedNote.MAX_BYTES))
                        .checkpoint(sealed.key());
                if (earlier.size() > facts.logSize()
                        || !tree.root(earlier.size()).equals(earlier.root())) {
                    throw NotVerified.because(
                            member.name() + " is of a log that is not the beginning of this one: the log has a fork",
                            member.name() + " 不是本日志的前段：日志出现分叉");
                }
            }
        }
    }

    private Expiries expiries() throws IOException {
        Expiries expiries = new Expiries();
        if (zip.find("expiry.jsonl").isPresent()) {
            try (Lines lines = new Lines(zip.stream("expiry.jsonl"), "expiry.jsonl")) {
                for (byte[] line = lines.next(); line != null; line = lines.next()) {
                    RecordLine read = RecordLine.parse(line, lines.where());
                    inLog(read);
                    expiries.add(read, lines.where());
                }
            }
        }
        return expiries;
    }

    private void records(@Nullable PeriodAccount account) throws IOException {
        Pages pages = new Pages(sealed.files());
        try (Lines lines = new Lines(zip.stream("records.jsonl"), "records.jsonl")) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                RecordLine read = RecordLine.parse(line, lines.where());
                if (read.position() <= last) {
                    throw NotVerified.because(
                            lines.where() + " is not in the order of the positions", lines.where() + " 未按位置顺序排列");
                }
                last = read.position();
                inLog(read);
                inScope(read);
                if (account != null) {
                    account.record(read.position());
                }
                pages.add(read);
                proof(read);
                if (read.text() instanceof RecordLine.Text.None(RecordLine.Why why)) {
                    withoutText.merge(why, 1L, Long::sum);
                }
                records++;
            }
        }
        pages.finish();
    }

    private void inLog(RecordLine line) throws IOException {
        String name = "record " + line.position() + " (" + line.record().or("event") + ")";
        if (line.position() >= facts.logSize() || !hasher.leaf(line.entry()).equals(tiles.leaf(line.position()))) {
            throw NotVerified.because(
                    name + " is not the one that the log has there: it was changed",
                    "记录 " + line.position() + "（" + line.record().or("event") + "）与日志中的条目不符：记录被改动过");
        }
        if (!line.opens()) {
            throw NotVerified.because(
                    "the text of " + name + " is not the one that was received",
                    "记录 " + line.position() + "（" + line.record().or("event") + "）的正文不是收到时的正文");
        }
    }

    private void inScope(RecordLine line) {
        String target = facts.scope().target();
        boolean fits = switch (facts.scope().kind()) {
            case ExportFacts.Scope.PERIOD ->
                facts.scope().includes(LogEntry.instant(line.record().at("received")));
            case "PERSON" ->
                line.record().or("person").equals(target)
                        || line.record().or("counterpart").equals(target);
            case "WORK" -> line.record().or("work").equals(target);
            case "CASE" ->
                line.record().or("ticket").equals(target)
                        || !line.record().or("work").isEmpty();
            default -> false;
        };
        if (!fits) {
            throw NotVerified.because(
                    "record " + line.position() + " does not belong to what was ordered",
                    "记录 " + line.position() + " 不属于所要求的范围");
        }
    }

    /// A proof that stands alone shows the same as the tiles.
    private void proof(RecordLine line) throws IOException {
        String name = "proofs/" + line.position() + ".tlog-proof";
        if (zip.find(name).isPresent()) {
            LogProof proof = LogProof.parse(zip.read(name, LogProof.MAX_BYTES));
            Policy.of(sealed.key()).verify(proof, hasher.leaf(line.entry()));
            if (proof.index() != line.position()) {
                throw NotVerified.because(name + " is about another entry", name + " 证明的是另一条目");
            }
        }
    }

    private void same(String name, byte[] expected) throws IOException {
        if (!Arrays.equals(zip.read(name, SMALL * 16), expected)) {
            throw NotVerified.because(
                    name + " is not the one that follows from export.json", name + " 与 export.json 不一致");
        }
    }
}
