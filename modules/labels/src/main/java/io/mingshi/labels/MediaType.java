package io.mingshi.labels;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The formats that can be labelled and verified.
public enum MediaType {
    TEXT("text/plain"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    WAV("audio/wav");

    private static final List<String> FOREIGN_HEADS = List.of("%PDF", "GIF8", "OggS", "fLaC", "ID3", "PK\u0003\u0004");

    private final String mimeType;

    MediaType(String mimeType) {
        this.mimeType = mimeType;
    }

    /// The media type without parameters; text is always UTF-8.
    public String mimeType() {
        return mimeType;
    }

    /// The format that the bytes themselves show, whatever their name or header says.
    public static Optional<MediaType> sniff(byte[] content) {
        if (startsWith(content, 0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(PNG);
        }
        if (startsWith(content, 0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(JPEG);
        }
        if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        return isText(content) && !isCutOrForeign(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, int at, String latin1) {
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

    /// Files of other formats can consist of characters alone, and the first letters of a WAV file do.
    private static boolean isCutOrForeign(byte[] content) {
        return FOREIGN_HEADS.stream().anyMatch(head -> startsWith(content, 0, head))
                || (content.length < 12 && startsWith(content, 0, "RIFF".substring(0, Math.min(4, content.length))));
    }

    private static boolean isText(byte[] content) {
        for (byte b : content) {
            if (b == 0) {
                return false;
            }
        }
        return content.length > 0 && utf8(content).isPresent();
    }

    /// The text, or nothing if the bytes are not UTF-8.
    static Optional<String> utf8(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
