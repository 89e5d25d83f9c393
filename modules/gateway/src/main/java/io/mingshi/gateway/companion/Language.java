package io.mingshi.gateway.companion;

import java.lang.Character.UnicodeScript;

/// In which words our own sentences are said.
enum Language {
    CHINESE,
    ENGLISH;

    /// Chinese for whoever writes a Chinese character.
    static Language of(String words) {
        return words.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN) ? CHINESE : ENGLISH;
    }
}
