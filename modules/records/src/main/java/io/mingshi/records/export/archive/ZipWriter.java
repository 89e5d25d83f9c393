package io.mingshi.records.export.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Writes an export file after file, in memory that does not grow with it. For one thread.
///
/// Every size and checksum stands before the content, and the same content always gives the same bytes.
public final class ZipWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final DigestOutputStream zip;
    private final OutputStream central;
    private final OutputStream manifest;
    private final Path manifestFile;
    private long offset;
    private long members;
    private long centralLength;

    /// @param file of the export
    /// @param work a folder for what must be remembered until the end
    public ZipWriter(Path file, Path work) throws IOException {
        this.directory = work.resolve("central");
        this.manifestFile = work.resolve("manifest");
        this.zip = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), Sha.digest());
        this.central = new BufferedOutputStream(Files.newOutputStream(directory), BUFFER);
        this.manifest = new BufferedOutputStream(Files.newOutputStream(manifestFile), BUFFER);
    }

    /// Bytes that were written.
    public long bytes() {
        return offset;
    }

    /// How many files were written.
    public long members() {
        return members;
    }

    /// Adds a small file as it is.
    public void stored(String name, byte[] content) throws IOException {
        member(name, content);
        listed(name, Sha.hex(content));
    }

    /// Adds a file that was compressed in [Fragments], in their order.
    public void deflated(String name, List<Path> fragments) throws IOException {
        CRC32 crc = new CRC32();
        MessageDigest sha = Sha.digest();
        long size = 0;
        Inflater inflater = new Inflater(true);
        try (InputStream content = new InflaterInputStream(new JoinedStream(fragments), inflater, BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                crc.update(buffer, 0, read);
                sha.update(buffer, 0, read);
                size += read;
            }
        } finally {
            inflater.end();
        }
        long packed = Fragments.end().length;
        for (Path fragment : fragments) {
            packed += Files.size(fragment);
        }
        header(new ZipMember(name, true, (int) crc.getValue(), packed, size, offset));
        try (InputStream content = new JoinedStream(fragments)) {
            content.transferTo(zip);
        }
        offset += packed;
        listed(name, HexFormat.of().formatHex(sha.digest()));
    }

    /// Signs what was written, and ends the ZIP.
    ///
    /// @return what was signed
    public ManifestSeal finish(String origin, String export, ManifestSigner signer) throws IOException {
        manifest.close();
        byte[] list = Files.readAllBytes(manifestFile);
        member(ManifestSeal.LIST, list);
        zip.flush();
        String before = HexFormat.of().formatHex(clone(zip.getMessageDigest()).digest());
        ManifestSeal seal = new ManifestSeal(origin, export, Sha.hex(list), before, offset);
        member(ManifestSeal.SIGNATURE, signer.sign(seal.text()));
        central.close();
        try (InputStream headers = Files.newInputStream(directory)) {
            headers.transferTo(zip);
        }
        zip.write(ZipLayout.end(members, offset, centralLength));
        zip.flush();
        return seal;
    }

    @Override
    public void close() throws IOException {
        try (zip;
                central;
                manifest) {
            Files.deleteIfExists(directory);
            Files.deleteIfExists(manifestFile);
        }
    }

    private void member(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        header(new ZipMember(name, false, (int) crc.getValue(), content.length, content.length, offset));
        zip.write(content);
        offset += content.length;
    }

    private void header(ZipMember member) throws IOException {
        byte[] local = ZipLayout.local(member);
        byte[] listed = ZipLayout.central(member);
        zip.write(local);
        central.write(listed);
        offset += local.length;
        centralLength += listed.length;
        members++;
    }

    private void listed(String name, String sha256) throws IOException {
        manifest.write(ManifestSeal.line(name, sha256));
    }

    private static MessageDigest clone(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 of the Java platform can be cloned", e);
        }
    }
}
