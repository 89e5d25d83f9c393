package io.mingshi.records.export.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.evidencelog.note.SignedNote;
import io.mingshi.evidencelog.note.VerifierKey;
import io.mingshi.records.export.archive.ManifestSeal;
import io.mingshi.records.export.archive.NotVerified;
import io.mingshi.records.export.archive.Sha;
import io.mingshi.records.export.archive.StrictZip;
import io.mingshi.records.export.archive.ZipMember;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Verifies who signed the export, that no byte of it was changed since, and that it has the files that its list names.
final class SealCheck {
    private static final int SMALL = 1 << 20;
    private static final int LIST = 64 << 20;
    private static final int BUFFER = 1 << 16;

    private SealCheck() {}

    /// What is signed.
    ///
    /// @param files the SHA-256 of each in hex
    record Sealed(ManifestSeal seal, VerifierKey key, Map<String, String> files) {}

    /// Nothing that is compressed is unpacked before the signature is known to be good, unless to name what was
    /// changed.
    static Sealed check(StrictZip zip, Trust trust) throws IOException {
        List<ZipMember> members = zip.members();
        ZipMember last = members.getLast();
        if (members.size() < 2
                || !last.name().equals(ManifestSeal.SIGNATURE)
                || !members.get(members.size() - 2).name().equals(ManifestSeal.LIST)) {
            throw NotVerified.because("the export is not signed: MANIFEST.sig is missing", "导出文件没有签名：缺少 MANIFEST.sig");
        }
        SignedNote note = SignedNote.parse(zip.read(ManifestSeal.SIGNATURE, SMALL));
        VerifierKey key = signer(zip, note, trust);
        ManifestSeal seal = ManifestSeal.parse(note.text());
        if (!seal.origin().equals(key.name())) {
            throw NotVerified.because("MANIFEST.sig is about another log than its key", "MANIFEST.sig 所述日志与其公钥不一致");
        }
        if (seal.length() != last.offset() || !zip.hashBefore(last.offset()).equals(seal.before())) {
            throw NotVerified.because(
                    "the file was changed after it was signed" + changed(zip), "文件在签名之后被改动" + changed(zip));
        }
        return new Sealed(seal, key, files(zip, seal));
    }

    private static VerifierKey signer(StrictZip zip, SignedNote note, Trust trust) throws IOException {
        VerifierKey inside = VerifierKey.parse(new String(zip.read("log/key.txt", SMALL), UTF_8).strip());
        List<VerifierKey> keys = trust instanceof Trust.Nobody ? List.of(inside) : trust.keys();
        VerifierKey signer = keys.stream()
                .filter(key -> note.signatures().size() == 1 && note.isSignedBy(key))
                .findFirst()
                .orElseThrow(() -> NotVerified.because(
                        "MANIFEST.sig is not signed by the key that you trust"
                                + (keys.contains(inside) ? "" : "; the export names another key: " + inside),
                        "MANIFEST.sig 不是由您信任的公钥签名的" + (keys.contains(inside) ? "" : "；导出文件给出的是另一公钥：" + inside)));
        if (!signer.equals(inside)) {
            throw NotVerified.because("log/key.txt is not the key that signed", "log/key.txt 不是签名所用的公钥");
        }
        return signer;
    }

    /// Which file the change is in, as far as the list of the export can still tell.
    private static String changed(StrictZip zip) throws IOException {
        try (Lines lines = new Lines(zip.stream(ManifestSeal.LIST), ManifestSeal.LIST)) {
            for (ZipMember member : zip.members()) {
                byte[] line = lines.next();
                if (line == null) {
                    return "";
                }
                if (!new String(line, UTF_8).equals(listed(zip, member))) {
                    return ": " + member.name();
                }
            }
        } catch (NotVerified damaged) {
            return ": " + damaged.getMessage();
        }
        return "";
    }

    private static Map<String, String> files(StrictZip zip, ManifestSeal seal) throws IOException {
        byte[] list = zip.read(ManifestSeal.LIST, LIST);
        if (!Sha.hex(list).equals(seal.list())) {
            throw NotVerified.because("MANIFEST.sha256 is not the list that was signed", "MANIFEST.sha256 不是所签的清单");
        }
        Map<String, String> files = new HashMap<>();
        List<ZipMember> members = zip.members();
        try (Lines lines = new Lines(new ByteArrayInputStream(list), ManifestSeal.LIST)) {
            for (ZipMember member : members.subList(0, members.size() - 2)) {
                byte[] line = lines.next();
                String found = listed(zip, member);
                if (line == null || !found.equals(new String(line, UTF_8))) {
                    throw NotVerified.because(
                            member.name() + " is not the file that MANIFEST.sha256 lists",
                            member.name() + " 与 MANIFEST.sha256 不符");
                }
                files.put(member.name(), found.substring(0, found.indexOf(' ')));
            }
            if (lines.next() != null) {
                throw NotVerified.because("MANIFEST.sha256 lists files that are missing", "MANIFEST.sha256 所列文件有缺少");
            }
        }
        return files;
    }

    private static String listed(StrictZip zip, ZipMember member) throws IOException {
        MessageDigest digest = Sha.digest();
        try (InputStream in = zip.stream(member.name())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new String(ManifestSeal.line(member.name(), HexFormat.of().formatHex(digest.digest())), UTF_8).strip();
    }
}
