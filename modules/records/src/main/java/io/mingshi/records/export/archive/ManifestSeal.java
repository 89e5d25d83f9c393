package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// What the key of the log signs of an export: the list of its files, and every byte of the ZIP before the signature.
///
/// The text starts with a line of its own and has no number in its second line, so that it is never a checkpoint.
///
/// @param origin of the log whose key signs
/// @param export its number
/// @param list SHA-256 of `MANIFEST.sha256` in hex
/// @param before SHA-256 in hex of the bytes of the ZIP before the header of `MANIFEST.sig`
/// @param length how many bytes these are
public record ManifestSeal(String origin, String export, String list, String before, long length) {
    /// The file with a line for every other one, as `sha256sum -c` reads it.
    public static final String LIST = "MANIFEST.sha256";

    /// The file with the signature, the last of the ZIP.
    public static final String SIGNATURE = "MANIFEST.sig";

    private static final String TITLE = "mingshi records export v1";

    /// The signed text.
    public String text() {
        return String.join(
                "\n",
                TITLE,
                "origin " + origin,
                "export " + export,
                "manifest sha256 " + list,
                "zip before MANIFEST.sig sha256 " + before,
                "zip before MANIFEST.sig bytes " + length,
                "");
    }

    /// A line of the list, with its newline.
    public static byte[] line(String name, String sha256) {
        return (sha256 + "  " + name + "\n").getBytes(UTF_8);
    }

    /// Reads what [#text] gave and nothing else.
    public static ManifestSeal parse(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() == 7) {
            ManifestSeal read = new ManifestSeal(
                    rest(lines.get(1), "origin "),
                    rest(lines.get(2), "export "),
                    rest(lines.get(3), "manifest sha256 "),
                    rest(lines.get(4), "zip before MANIFEST.sig sha256 "),
                    Numbers.parse(rest(lines.get(5), "zip before MANIFEST.sig bytes ")));
            if (read.text().equals(text)) {
                return read;
            }
        }
        throw notOne();
    }

    private static String rest(String line, String head) {
        if (!line.startsWith(head)) {
            throw notOne();
        }
        return line.substring(head.length());
    }

    private static NotVerified notOne() {
        return NotVerified.because(
                "the signed text in MANIFEST.sig is not one about an export", "MANIFEST.sig 所签的文字不是关于导出文件的");
    }
}
