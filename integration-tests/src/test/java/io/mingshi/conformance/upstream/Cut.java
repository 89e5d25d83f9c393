package io.mingshi.conformance.upstream;

import java.util.ArrayList;
import java.util.List;

/// Where a text is cut into the chunks of a stream.
public sealed interface Cut {
    List<String> pieces(String text);

    /// Not at all.
    record Whole() implements Cut {
        @Override
        public List<String> pieces(String text) {
            return List.of(text);
        }
    }

    /// Once, so many characters before its end.
    record BeforeEnd(int characters) implements Cut {
        @Override
        public List<String> pieces(String text) {
            int at = Math.max(0, text.length() - characters);
            return List.of(text.substring(0, at), text.substring(at));
        }
    }

    /// Every so many characters.
    record Every(int characters) implements Cut {
        @Override
        public List<String> pieces(String text) {
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < text.length(); at += characters) {
                pieces.add(text.substring(at, Math.min(text.length(), at + characters)));
            }
            return pieces;
        }
    }
}
