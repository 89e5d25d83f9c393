package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import java.util.Optional;

/// What one format needs to be labelled.
interface FormatLabeler {
    MediaType type();

    /// The content with its explicit label and, where the format has a place for it, the metadata label.
    byte[] write(byte[] content, AigcLabel label);

    /// What is wrong with the explicit label in content that [#write] made, as the rest of a sentence.
    Optional<String> explicitFlaw(byte[] labelled);

    static FormatLabeler of(MediaType type) {
        return switch (type) {
            case TEXT -> new TextLabeler();
            case PNG, JPEG -> new ImageLabeler(type);
            case WAV -> new WavLabeler();
            case MARKDOWN,
                    HTML,
                    JSON,
                    PDF,
                    DOCX,
                    XLSX,
                    PPTX,
                    WEBP,
                    GIF,
                    TIFF,
                    HEIF,
                    AVIF,
                    MP3,
                    FLAC,
                    OGG,
                    M4A,
                    MP4,
                    MOV,
                    MKV,
                    WEBM,
                    FLV,
                    AVI -> throw UNSUPPORTED.with("files of type " + type + " are not labelled here yet");
        };
    }
}
