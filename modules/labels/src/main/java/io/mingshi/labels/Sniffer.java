package io.mingshi.labels;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells the format of a file by its bytes.
final class Sniffer {
    /// Heads and the first boxes and entries that tell one format from its relatives lie within.
    private static final int HEAD = 4096;

    /// What tells one kind of text from another: front matter with a signed label has a few thousand characters, and so
    /// have the comments before a web page.
    private static final int TEXT_HEAD = 65_536;

    /// The end of a text, with the white space behind its last brace.
    private static final int TEXT_TAIL = 4096;

    /// How much of a text is held in memory at once.
    private static final int TEXT_PART = 32_768;

    /// As many ID3 tags as are read before the sound, and one.
    private static final int MAX_TAGS = 17;

    private static final int TAG_HEADER = 10;

    private static final List<String> AVIF_BRANDS = List.of("avif", "avis");
    private static final List<String> HEIF_BRANDS =
            List.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    /// An element that only web pages start with.
    private static final Pattern HTML =
            Pattern.compile("<(!doctype\\s+html|html|head|body)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern FRONT_MATTER_OPENS = Pattern.compile("---[ \\t]*+");

    private static final Pattern FRONT_MATTER_CLOSES = Pattern.compile("(---|\\.\\.\\.)[ \\t]*+");

    private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]");

    /// Files of other formats can consist of characters alone.
    private static final List<String> FOREIGN_HEADS =
            List.of("%PDF", "GIF8", "OggS", "fLaC", "ID3", "PK\u0003\u0004", "FLV\u0001");

    private Sniffer() {}

    static Optional<MediaType> sniff(Source file) throws IOException {
        byte[] head = file.bytes(0, (int) Math.min(HEAD, file.size()));
        Optional<MediaType> binary = byHead(head, file);
        if (binary.isPresent()) {
            return binary;
        }
        return isCutOrForeign(head) ? Optional.empty() : text(file);
    }

    private static Optional<MediaType> byHead(byte[] head, Source file) throws IOException {
        if (at(head, 0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(MediaType.PNG);
        }
        if (at(head, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(MediaType.JPEG);
        }
        if (at(head, 0, "GIF87a") || at(head, 0, "GIF89a")) {
            return Optional.of(MediaType.GIF);
        }
        if (at(head, 0, "II*\0") || at(head, 0, "MM\0*") || at(head, 0, "II+\0") || at(head, 0, "MM\0+")) {
            return Optional.of(MediaType.TIFF);
        }
        if (at(head, 0, "RIFF") || at(head, 0, "RF64") || at(head, 0, "BW64")) {
            return riff(head);
        }
        if (at(head, 0, "fLaC")) {
            return Optional.of(MediaType.FLAC);
        }
        if (at(head, 0, "OggS")) {
            return Optional.of(MediaType.OGG);
        }
        if (at(head, 0, "FLV\u0001")) {
            return Optional.of(MediaType.FLV);
        }
        if (at(head, 0, "%PDF-")) {
            return Optional.of(MediaType.PDF);
        }
        if (at(head, 0, "\u001AE\u00DF\u00A3")) {
            return matroska(head);
        }
        if (at(head, 4, "ftyp") || at(head, 4, "moov") || at(head, 4, "wide") || at(head, 4, "mdat")) {
            return bmff(head);
        }
        if (at(head, 0, "PK\u0003\u0004")) {
            return office(file);
        }
        return at(head, 0, "ID3") || isMpegAudio(head) ? mpegAudio(head, file) : Optional.empty();
    }

    private static Optional<MediaType> riff(byte[] head) {
        if (at(head, 8, "WAVE")) {
            return Optional.of(MediaType.WAV);
        }
        if (at(head, 8, "WEBP")) {
            return Optional.of(MediaType.WEBP);
        }
        return at(head, 8, "AVI ") ? Optional.of(MediaType.AVI) : Optional.empty();
    }

    private static Optional<MediaType> matroska(byte[] head) {
        String text = Bytes.latin1(head, 0, Math.min(head.length, 256));
        if (text.contains("webm")) {
            return Optional.of(MediaType.WEBM);
        }
        return text.contains("matroska") ? Optional.of(MediaType.MKV) : Optional.empty();
    }

    private static Optional<MediaType> bmff(byte[] head) {
        if (!at(head, 4, "ftyp")) {
            return Optional.of(MediaType.MOV);
        }
        String brand = head.length >= 12 ? Bytes.latin1(head, 8, 4) : "";
        int end = (int) Math.min(head.length, Math.min(Bytes.u32(head, 0), 512));
        String all = end > 16 ? Bytes.latin1(head, 16, end - 16) : "";
        if (AVIF_BRANDS.contains(brand)
                || (brand.equals("mif1") && AVIF_BRANDS.stream().anyMatch(all::contains))) {
            return Optional.of(MediaType.AVIF);
        }
        if (HEIF_BRANDS.contains(brand)) {
            return Optional.of(MediaType.HEIF);
        }
        if (brand.equals("M4A ") || brand.equals("M4B ")) {
            return Optional.of(MediaType.M4A);
        }
        return Optional.of(brand.equals("qt  ") ? MediaType.MOV : MediaType.MP4);
    }

    /// Office files are told apart by the folder of their main part, whose name stands in the central directory.
    private static Optional<MediaType> office(Source file) throws IOException {
        int length = (int) Math.min(file.size(), 1 << 20);
        String directory = Bytes.latin1(file.bytes(file.size() - length, length), 0, length);
        if (directory.contains("word/document.xml")) {
            return Optional.of(MediaType.DOCX);
        }
        if (directory.contains("xl/workbook.xml")) {
            return Optional.of(MediaType.XLSX);
        }
        return directory.contains("ppt/presentation.xml") ? Optional.of(MediaType.PPTX) : Optional.empty();
    }

    private static boolean isMpegAudio(byte[] head) {
        return head.length >= 4
                && Bytes.u8(head, 0) == 0xFF
                && (head[1] & 0xE0) == 0xE0
                && (head[1] & 0x18) != 0x08
                && (head[1] & 0x06) == 0x02
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0x0C) != 0x0C;
    }

    /// FLAC files may carry ID3 tags that no guide foresees.
    private static Optional<MediaType> mpegAudio(byte[] head, Source file) throws IOException {
        if (!at(head, 0, "ID3") || head.length < TAG_HEADER) {
            return head.length >= TAG_HEADER || isMpegAudio(head) ? Optional.of(MediaType.MP3) : Optional.empty();
        }
        long end = behindTags(file);
        boolean flac = end + 4 <= file.size() && at(file.bytes(end, 4), 0, "fLaC");
        return Optional.of(flac ? MediaType.FLAC : MediaType.MP3);
    }

    private static long behindTags(Source file) throws IOException {
        long end = 0;
        for (int tags = 0; tags < MAX_TAGS && end + TAG_HEADER <= file.size(); tags++) {
            byte[] header = file.bytes(end, TAG_HEADER);
            if (!at(header, 0, "ID3")) {
                return end;
            }
            int size =
                    (header[6] & 0x7F) << 21 | (header[7] & 0x7F) << 14 | (header[8] & 0x7F) << 7 | (header[9] & 0x7F);
            boolean footer = header[3] == 4 && (header[5] & 0x10) != 0;
            end += TAG_HEADER + size + (footer ? TAG_HEADER : 0);
        }
        return end;
    }

    private static boolean at(byte[] content, int at, String latin1) {
        if (content.length < at + latin1.length()) {
            return false;
        }
        for (int i = 0; i < latin1.length(); i++) {
            if ((content[at + i] & 0xFF) != latin1.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The first letters of a RIFF file are characters too.
    private static boolean isCutOrForeign(byte[] head) {
        return FOREIGN_HEADS.stream().anyMatch(foreign -> at(head, 0, foreign))
                || (head.length < 12 && at(head, 0, "RIFF".substring(0, Math.min(4, head.length))));
    }

    private static Optional<MediaType> text(Source file) throws IOException {
        if (file.size() == 0 || file.size() > LabelEngine.MAX_BYTES) {
            return Optional.empty();
        }
        return isText(file) ? Optional.of(kindOfText(file)) : Optional.empty();
    }

    /// Whether it is UTF-8 without NUL, told in parts, since a text may be too large to be held in memory.
    private static boolean isText(Source file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(TEXT_PART);
        CharBuffer characters = CharBuffer.allocate(TEXT_PART);
        for (long at = 0; at < file.size(); bytes.compact()) {
            int part = (int) Math.min(bytes.remaining(), file.size() - at);
            file.read(at, bytes.limit(bytes.position() + part));
            at += part;
            boolean broken = decoder.decode(bytes.flip(), characters.clear(), at == file.size())
                    .isError();
            if (broken || characters.flip().chars().anyMatch(character -> character == 0)) {
                return false;
            }
        }
        return true;
    }

    private static MediaType kindOfText(Source file) throws IOException {
        String whole = utf8(file, 0, TEXT_HEAD);
        String head = whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
        if (isHtml(head)) {
            return MediaType.HTML;
        }
        if (isFrontMatter(head)) {
            return MediaType.MARKDOWN;
        }
        return isJsonObject(head, utf8(file, Math.max(0, file.size() - TEXT_TAIL), TEXT_TAIL))
                ? MediaType.JSON
                : MediaType.TEXT;
    }

    /// A character that is cut at either end is a replacement character.
    private static String utf8(Source file, long from, int most) throws IOException {
        return new String(file.bytes(from, (int) Math.min(most, file.size() - from)), StandardCharsets.UTF_8);
    }

    /// White space, a declaration and comments may come before the first element. Each character is looked at once.
    private static boolean isHtml(String head) {
        int at = 0;
        while (at >= 0 && at < head.length()) {
            if (Character.isWhitespace(head.charAt(at))) {
                at++;
            } else if (head.startsWith("<!--", at)) {
                at = behind(head, "-->", at + 2);
            } else if (head.startsWith("<?xml", at)) {
                at = behind(head, ">", at);
            } else {
                return HTML.matcher(head).region(at, head.length()).lookingAt();
            }
        }
        return false;
    }

    private static int behind(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? at : at + end.length();
    }

    private static boolean isFrontMatter(String head) {
        return head.lines()
                        .limit(1)
                        .anyMatch(line -> FRONT_MATTER_OPENS.matcher(line).matches())
                && head.lines()
                        .skip(1)
                        .anyMatch(line -> FRONT_MATTER_CLOSES.matcher(line).matches());
    }

    /// Whether it is sound JSON the reader of the format finds out.
    private static boolean isJsonObject(String head, String tail) {
        return JSON_START.matcher(head.strip()).lookingAt() && tail.strip().endsWith("}");
    }
}
