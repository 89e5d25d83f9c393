package io.mingshi.conformance.gateway;

import java.util.Set;

/// What this project's own gateway does not offer: it refuses what it cannot review or label.
final class OwnLimits {
    static final Set<String> NOT_OFFERED = Set.of(
            "CHAT SSE REASONING",
            "CHAT SSE file",
            "CHAT SSE sound",
            "CHAT whole REASONING",
            "CHAT whole file",
            "CHAT whole sound",
            "EDITS SSE mask",
            "EDITS whole mask",
            "IMAGES SSE PICTURE",
            "IMAGES SSE any",
            "IMAGES SSE prompt",
            "MESSAGES SSE file",
            "MESSAGES whole file",
            "RESPONSES SSE file",
            "RESPONSES whole file",
            "SPEECH SSE SOUND",
            "SPEECH SSE any",
            "SPEECH SSE input",
            "SPEECH SSE instructions",
            "TRANSCRIPTIONS SSE TEXT",
            "TRANSCRIPTIONS SSE any",
            "TRANSCRIPTIONS SSE prompt",
            "TRANSCRIPTIONS SSE sound");

    private OwnLimits() {}
}
