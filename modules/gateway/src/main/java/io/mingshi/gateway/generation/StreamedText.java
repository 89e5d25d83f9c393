package io.mingshi.gateway.generation;

import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.screening.ScreenedStream;
import java.util.ArrayDeque;
import java.util.Queue;

/// One text of a stream under screening; of JSON, what it says is screened and what was written is released.
final class StreamedText {
    private final ScreenedStream screening;
    private final boolean json;
    private final JsonEscapes escapes = new JsonEscapes();
    private final StringBuilder held = new StringBuilder();
    private final Queue<Integer> written = new ArrayDeque<>();

    StreamedText(ScreenedStream screening, boolean json) {
        this.screening = screening;
        this.json = json;
    }

    ScreenedStream screening() {
        return screening;
    }

    /// The part that may be sent now, as it was written.
    String push(String piece) {
        if (piece.isEmpty() || screening.blocked()) {
            return "";
        }
        if (!json) {
            return screening.push(piece);
        }
        held.append(piece);
        var said = new StringBuilder();
        escapes.take(piece, (c, length) -> take(said, c, length));
        return said.isEmpty() ? "" : release(screening.push(said.toString()));
    }

    /// The rest, when nothing more comes.
    String finish() {
        if (!json) {
            return screening.finish();
        }
        var said = new StringBuilder();
        escapes.end((c, length) -> take(said, c, length));
        String first = said.isEmpty() || screening.blocked() ? "" : screening.push(said.toString());
        return release(first + screening.finish());
    }

    private void take(StringBuilder said, char c, int length) {
        said.append(c);
        written.add(length);
    }

    private String release(String said) {
        int length = 0;
        for (int i = 0; i < said.length(); i++) {
            length += written.remove();
        }
        String released = held.substring(0, length);
        held.delete(0, length);
        return released;
    }
}
