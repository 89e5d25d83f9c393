package io.mingshi.labels;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The formats that can be labelled and verified.
public enum MediaType {
    TEXT("text/plain"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    WAV("audio/wav");

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
        return isText(content) && !isCutHead(content) ? Optional.of(TEXT) : Optional.empty();
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

    /// The first letters of a WAV file would pass as a text.
    private static boolean isCutHead(byte[] content) {
        return content.length < 12 && startsWith(content, 0, "RIFF".substring(0, Math.min(4, content.length)));
    }

    private static boolean isText(byte[] content) {
        for (byte b : content) {
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
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
