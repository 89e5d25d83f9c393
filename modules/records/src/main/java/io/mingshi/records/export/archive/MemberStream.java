package io.mingshi.records.export.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// The content of a file in a ZIP, never more of it than the headers say, and all of it.
final class MemberStream extends FilterInputStream {
    private static final int BUFFER = 1 << 14;

    private final ZipMember member;
    private final InputStream packed;
    private final @Nullable Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long count;

    private MemberStream(ZipMember member, InputStream content, InputStream packed, @Nullable Inflater inflater) {
        super(content);
        this.member = member;
        this.packed = packed;
        this.inflater = inflater;
    }

    static MemberStream of(ZipMember member, InputStream packed) {
        if (!member.deflated()) {
            return new MemberStream(member, packed, packed, null);
        }
        Inflater inflater = new Inflater(true);
        return new MemberStream(member, new InflaterInputStream(packed, inflater, BUFFER), packed, inflater);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
        if (read > 0) {
            crc.update(bytes, offset, read);
            count += read;
        }
        if (count > member.size() || (read < 0 && !isWhole())) {
            throw damaged();
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (inflater != null) {
            inflater.end();
        }
    }

    private boolean isWhole() throws IOException {
        boolean consumed = inflater == null || (inflater.getRemaining() == 0 && packed.read() < 0);
        return consumed && count == member.size() && (int) crc.getValue() == member.crc();
    }

    private NotVerified damaged() {
        return NotVerified.because(
                member.name() + " in the ZIP is damaged: it does not unpack to what its header says",
                "ZIP 中的 " + member.name() + " 已损坏：解压后与其文件头不符");
    }
}
