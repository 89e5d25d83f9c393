package io.mingshi.records.export.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The one form in which the headers of an export are written, with ZIP64 only where the numbers need it
/// ([APPNOTE 6.3.10](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)).
///
/// A ZIP can say the same in many ways, and two programs can read two things in it. Here a verifier writes the headers
/// again from what it read, and refuses any other bytes.
final class ZipLayout {
    /// Bytes of the end record, which has no comment.
    static final int END = 22;
    /// Bytes of the ZIP64 end record and its locator.
    static final int END64 = 56 + 20;

    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int END_SIGNATURE = 0x06054b50;
    static final int END64_SIGNATURE = 0x06064b50;
    static final int LOCATOR_SIGNATURE = 0x07064b50;

    static final int LOCAL = 30;
    static final int CENTRAL = 46;
    static final long NONE32 = 0xffff_ffffL;
    static final int NONE16 = 0xffff;

    private static final short STORE = 0;
    private static final short DEFLATE = 8;
    private static final short PLAIN = 20;
    private static final short ZIP64 = 45;
    private static final short UNIX = 3 << Byte.SIZE;
    private static final short EXTRA64 = 1;
    /// The first instant that a ZIP can tell: an export says itself when it was made.
    private static final int TIME = 0x0021_0000;
    /// A regular file that its owner writes and everybody reads.
    private static final int MODE = 0100644 << Short.SIZE;

    private ZipLayout() {}

    static byte[] local(ZipMember member) {
        boolean large = member.size() >= NONE32 || member.packed() >= NONE32;
        byte[] name = member.nameBytes();
        byte[] bytes = new byte[LOCAL + name.length + (large ? 20 : 0)];
        ByteBuffer header = little(bytes);
        header.putInt(LOCAL_SIGNATURE).putShort(large ? ZIP64 : PLAIN);
        facts(header, member, large);
        header.putShort((short) name.length).putShort((short) (large ? 20 : 0)).put(name);
        if (large) {
            header.putShort(EXTRA64).putShort((short) 16).putLong(member.size()).putLong(member.packed());
        }
        return bytes;
    }

    static byte[] central(ZipMember member) {
        boolean large = member.size() >= NONE32 || member.packed() >= NONE32;
        boolean far = member.offset() >= NONE32;
        int fields = (large ? 16 : 0) + (far ? 8 : 0);
        int extra = fields == 0 ? 0 : 4 + fields;
        byte[] name = member.nameBytes();
        byte[] bytes = new byte[CENTRAL + name.length + extra];
        ByteBuffer header = little(bytes);
        short version = extra > 0 ? ZIP64 : PLAIN;
        header.putInt(CENTRAL_SIGNATURE).putShort((short) (UNIX | version)).putShort(version);
        facts(header, member, large);
        header.putShort((short) name.length).putShort((short) extra).putShort((short) 0);
        header.putShort((short) 0).putShort((short) 0).putInt(MODE);
        header.putInt((int) (far ? NONE32 : member.offset())).put(name);
        if (extra > 0) {
            header.putShort(EXTRA64).putShort((short) fields);
            if (large) {
                header.putLong(member.size()).putLong(member.packed());
            }
            if (far) {
                header.putLong(member.offset());
            }
        }
        return bytes;
    }

    /// What stands behind the last central header.
    static byte[] end(long members, long start, long length) {
        boolean large = members >= NONE16 || start >= NONE32 || length >= NONE32;
        byte[] bytes = new byte[END + (large ? END64 : 0)];
        ByteBuffer end = little(bytes);
        if (large) {
            end.putInt(END64_SIGNATURE)
                    .putLong(44)
                    .putShort((short) (UNIX | ZIP64))
                    .putShort(ZIP64);
            end.putInt(0)
                    .putInt(0)
                    .putLong(members)
                    .putLong(members)
                    .putLong(length)
                    .putLong(start);
            end.putInt(LOCATOR_SIGNATURE).putInt(0).putLong(start + length).putInt(1);
        }
        short count = (short) (large ? NONE16 : members);
        end.putInt(END_SIGNATURE)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        end.putInt((int) (large ? NONE32 : length))
                .putInt((int) (large ? NONE32 : start))
                .putShort((short) 0);
        return bytes;
    }

    static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Flags, method, time, CRC and sizes: the same in both headers.
    private static void facts(ByteBuffer header, ZipMember member, boolean large) {
        header.putShort((short) 0)
                .putShort(member.deflated() ? DEFLATE : STORE)
                .putInt(TIME)
                .putInt(member.crc());
        header.putInt((int) (large ? NONE32 : member.packed())).putInt((int) (large ? NONE32 : member.size()));
    }
}
