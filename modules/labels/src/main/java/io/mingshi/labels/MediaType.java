package io.mingshi.labels;

import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats that can be labelled and verified.
public enum MediaType {
    TEXT(Kind.TEXT, "text/plain", "txt"),
    MARKDOWN(Kind.TEXT, "text/markdown", "md markdown"),
    HTML(Kind.TEXT, "text/html", "html htm"),
    JSON(Kind.TEXT, "application/json", "json"),
    PDF(Kind.DOCUMENT, "application/pdf", "pdf"),
    DOCX(Kind.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx dotx"),
    XLSX(Kind.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx xltx"),
    PPTX(Kind.DOCUMENT, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx potx"),
    PNG(Kind.IMAGE, "image/png", "png"),
    JPEG(Kind.IMAGE, "image/jpeg", "jpg jpeg"),
    WEBP(Kind.IMAGE, "image/webp", "webp"),
    GIF(Kind.IMAGE, "image/gif", "gif"),
    TIFF(Kind.IMAGE, "image/tiff", "tif tiff"),
    HEIF(Kind.IMAGE, "image/heif", "heic heif"),
    AVIF(Kind.IMAGE, "image/avif", "avif"),
    WAV(Kind.AUDIO, "audio/wav", "wav"),
    MP3(Kind.AUDIO, "audio/mpeg", "mp3"),
    FLAC(Kind.AUDIO, "audio/flac", "flac"),
    OGG(Kind.AUDIO, "audio/ogg", "ogg oga opus"),
    M4A(Kind.AUDIO, "audio/mp4", "m4a"),
    MP4(Kind.VIDEO, "video/mp4", "mp4 m4v"),
    MOV(Kind.VIDEO, "video/quicktime", "mov"),
    MKV(Kind.VIDEO, "video/x-matroska", "mkv"),
    WEBM(Kind.VIDEO, "video/webm", "webm"),
    FLV(Kind.VIDEO, "video/x-flv", "flv"),
    AVI(Kind.VIDEO, "video/x-msvideo", "avi");

    /// What people perceive of a file of this format.
    public enum Kind {
        TEXT,
        DOCUMENT,
        IMAGE,
        AUDIO,
        VIDEO
    }

    private final Kind kind;
    private final String mimeType;
    private final String endings;

    MediaType(Kind kind, String mimeType, String endings) {
        this.kind = kind;
        this.mimeType = mimeType;
        this.endings = endings;
    }

    /// What people perceive of it.
    public Kind kind() {
        return kind;
    }

    /// The media type without parameters; text is always UTF-8.
    public String mimeType() {
        return mimeType;
    }

    /// The usual ending of a file name, without the dot.
    public String ending() {
        return endings().getFirst();
    }

    private List<String> endings() {
        return List.of(endings.split(" ", -1));
    }

    /// The format that this file name promises.
    public static Optional<MediaType> ofName(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.endings().contains(ending))
                .findFirst();
    }

    /// The format with this media type, as [#mimeType()] names it.
    public static Optional<MediaType> ofMimeType(String mimeType) {
        return Arrays.stream(values())
                .filter(type -> type.mimeType().equals(mimeType))
                .findFirst();
    }

    /// The format that the bytes themselves show, whatever their name or header says.
    public static Optional<MediaType> sniff(byte[] content) {
        try {
            return Sniffer.sniff(Source.of(content));
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }

    /// The format that the bytes themselves show.
    public static Optional<MediaType> sniff(Source file) throws IOException {
        return Sniffer.sniff(file);
    }
}
