package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;

/// One file of a ZIP, as its headers tell.
///
/// @param deflated or stored as it is
/// @param crc CRC-32 of the content
/// @param packed bytes in the ZIP
/// @param size bytes of the content
/// @param offset of the header before it
public record ZipMember(String name, boolean deflated, int crc, long packed, long size, long offset) {
    private static final int MAX_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    /// A member whose name stays within the folder that it is unpacked in, on every system.
    public ZipMember {
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw NotVerified.because("a name in the ZIP is not one that an export has", "ZIP 中有一个文件名不是导出文件可有的名称");
        }
        if (packed < 0 || size < 0 || offset < 0 || (!deflated && packed != size)) {
            throw NotVerified.because(
                    "the sizes of " + name + " in the ZIP contradict one another", "ZIP 中 " + name + " 的大小自相矛盾");
        }
    }

    byte[] nameBytes() {
        return name.getBytes(US_ASCII);
    }

    /// Where its content starts.
    long start() {
        return offset + ZipLayout.local(this).length;
    }

    /// Where the next thing starts.
    long end() {
        return start() + packed;
    }
}
