package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a ZIP that has exactly the form of [ZipLayout], without a gap or a byte too many, and refuses every other one.
///
/// Whatever the file says, memory is bounded: by the number of files, and by what the caller asks for.
public final class StrictZip implements Closeable {
    /// Files in an export; one that needs more must be ordered in parts.
    public static final int MAX_MEMBERS = 250_000;

    private static final int BUFFER = 1 << 16;
    /// How many times more an export may claim to unpack to than it has bytes.
    private static final long MAX_RATIO = 100;
    private static final int SOME = 1 << 20;
    /// Bytes of the longest name and of the fields behind it.
    private static final int SOME_NAME = 300;

    private final FileChannel file;
    private final List<ZipMember> members = new ArrayList<>();
    private final Map<String, ZipMember> byName = new HashMap<>();

    private StrictZip(FileChannel file) {
        this.file = file;
    }

    /// Reads and checks all headers.
    public static StrictZip open(Path path) throws IOException {
        FileChannel file = FileChannel.open(path);
        try {
            StrictZip zip = new StrictZip(file);
            zip.readHeaders();
            return zip;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /// The files in their order.
    public List<ZipMember> members() {
        return List.copyOf(members);
    }

    /// The file with this name.
    public Optional<ZipMember> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// The content of a file that must be there.
    ///
    /// @param max bytes; more is refused
    public byte[] read(String name, int max) throws IOException {
        ZipMember member = find(name).orElseThrow(() -> missing(name));
        if (member.size() > max) {
            throw NotVerified.because(
                    name + " has " + member.size() + " bytes; at most " + max + " are read",
                    name + " 有 " + member.size() + " 字节，最多只读 " + max + " 字节");
        }
        try (InputStream in = open(member)) {
            return in.readAllBytes();
        }
    }

    /// The content of a file that must be there, in a stream that ends with an error if it is not what the headers say.
    public InputStream stream(String name) throws IOException {
        return open(find(name).orElseThrow(() -> missing(name)));
    }

    /// SHA-256 in hex of the first bytes of the ZIP.
    public String hashBefore(long end) throws IOException {
        MessageDigest digest = Sha.digest();
        ByteBuffer buffer = ByteBuffer.allocate(SOME);
        for (long at = 0; at < end; ) {
            buffer.clear().limit((int) Math.min(SOME, end - at));
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
            digest.update(buffer.flip());
            at += read;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private InputStream open(ZipMember member) throws IOException {
        return new BufferedInputStream(
                MemberStream.of(member, new ChannelStream(file, member.start(), member.end())), BUFFER);
    }

    private void readHeaders() throws IOException {
        End end = end();
        long at = end.start();
        long offset = 0;
        long unpacked = 0;
        for (long i = 0; i < end.members(); i++) {
            ZipMember member = central(at, end.start() + end.length());
            byte[] header = ZipLayout.central(member);
            same(header, at, "the directory of the ZIP at " + member.name());
            same(ZipLayout.local(member), member.offset(), "the header of " + member.name());
            if (member.offset() != offset || member.end() > end.start()) {
                throw form("the files in the ZIP do not lie one after another at " + member.name());
            }
            if (byName.put(member.name(), member) != null) {
                throw form("the ZIP has " + member.name() + " twice");
            }
            members.add(member);
            offset = member.end();
            at += header.length;
            unpacked += member.size();
        }
        if (offset != end.start() || at != end.start() + end.length()) {
            throw form("the ZIP has bytes that belong to no file");
        }
        if (unpacked / MAX_RATIO > file.size()) {
            throw form("the ZIP claims to unpack to more than " + MAX_RATIO + " times its size");
        }
    }

    /// Where the directory is.
    private record End(long members, long start, long length) {}

    private End end() throws IOException {
        ByteBuffer plain = bytes(file.size() - ZipLayout.END, ZipLayout.END);
        if (plain.getInt(0) != ZipLayout.END_SIGNATURE) {
            throw form("this is not a whole ZIP: its end is missing");
        }
        End end = new End(
                Short.toUnsignedInt(plain.getShort(10)),
                Integer.toUnsignedLong(plain.getInt(16)),
                Integer.toUnsignedLong(plain.getInt(12)));
        if (end.members() == ZipLayout.NONE16) {
            ByteBuffer large = bytes(file.size() - ZipLayout.END - ZipLayout.END64, ZipLayout.END64);
            end = new End(large.getLong(32), large.getLong(48), large.getLong(40));
        }
        if (end.members() < 1 || end.members() > MAX_MEMBERS || end.start() < 0 || end.length() < 0) {
            throw form("the ZIP says that it has no files, or more than " + MAX_MEMBERS);
        }
        byte[] written = ZipLayout.end(end.members(), end.start(), end.length());
        if (end.start() > file.size() || end.start() + end.length() + written.length != file.size()) {
            throw form("the end of the ZIP is not where it says");
        }
        same(written, end.start() + end.length(), "the end of the ZIP");
        return end;
    }

    private ZipMember central(long at, long end) throws IOException {
        int most = (int) Math.min(ZipLayout.CENTRAL + SOME_NAME, end - at);
        ByteBuffer header = bytes(at, most);
        if (most < ZipLayout.CENTRAL || header.getInt(0) != ZipLayout.CENTRAL_SIGNATURE) {
            throw form("the directory of the ZIP is not whole");
        }
        int length = Short.toUnsignedInt(header.getShort(28));
        if (ZipLayout.CENTRAL + length > most) {
            throw form("a name in the ZIP is longer than any in an export");
        }
        byte[] name = new byte[length];
        header.get(ZipLayout.CENTRAL, name);
        long packed = Integer.toUnsignedLong(header.getInt(20));
        long size = Integer.toUnsignedLong(header.getInt(24));
        long offset = Integer.toUnsignedLong(header.getInt(42));
        header.position(Math.min(ZipLayout.CENTRAL + length + 4, most));
        if (size == ZipLayout.NONE32 || packed == ZipLayout.NONE32) {
            size = field(header);
            packed = field(header);
        }
        if (offset == ZipLayout.NONE32) {
            offset = field(header);
        }
        return new ZipMember(
                new String(name, ISO_8859_1), header.getShort(10) != 0, header.getInt(16), packed, size, offset);
    }

    private static long field(ByteBuffer header) {
        if (header.remaining() < Long.BYTES) {
            throw form("the directory of the ZIP is not whole");
        }
        return header.getLong();
    }

    private void same(byte[] expected, long at, String what) throws IOException {
        if (!ByteBuffer.wrap(expected).equals(bytes(at, expected.length))) {
            throw form(what + " is not as an export has it");
        }
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at > file.size() - length) {
            throw form("the ZIP is cut off, or is not one");
        }
        ByteBuffer bytes = ZipLayout.little(new byte[length]);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private static NotVerified missing(String name) {
        return NotVerified.because(name + " is missing in the export", "导出文件中缺少 " + name);
    }

    private static NotVerified form(String sentence) {
        return NotVerified.because(sentence, "ZIP 的格式不是导出文件的格式（" + sentence + "）");
    }
}
