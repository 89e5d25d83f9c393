package io.mingshi.gateway.generation;

import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.screening.ScreenedStream;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/// One text of a stream under screening: as it is written, and as a program reads it, like a whole answer.
///
/// What is released is what was written, as far as both screenings let it go.
final class StreamedText {
    private final ScreenedStream raw;
    private final ScreenedStream said;
    private final JsonEscapes escapes = new JsonEscapes();
    private final StringBuilder held = new StringBuilder();
    /// With how many characters each one that is said and not yet released was written.
    private final Queue<Integer> written = new ArrayDeque<>();

    private int rawFree;
    private int saidFree;

    StreamedText(Supplier<ScreenedStream> screens) {
        this.raw = screens.get();
        this.said = screens.get();
    }

    /// The screening that blocked, or either of them.
    ScreenedStream screening() {
        return said.blocked() ? said : raw;
    }

    /// The part that may be sent now, as it was written.
    String push(String piece) {
        if (piece.isEmpty() || screening().blocked()) {
            return "";
        }
        held.append(piece);
        rawFree += raw.push(piece).length();
        var more = new StringBuilder();
        escapes.take(piece, (c, length) -> take(more, c, length));
        if (!more.isEmpty()) {
            saidFree += lengths(said.push(more.toString()));
        }
        return release();
    }

    /// The rest, when nothing more comes.
    String finish() {
        rawFree += raw.finish().length();
        var more = new StringBuilder();
        escapes.end((c, length) -> take(more, c, length));
        String first = more.isEmpty() || said.blocked() ? "" : said.push(more.toString());
        saidFree += lengths(first + said.finish());
        return release();
    }

    private void take(StringBuilder more, char c, int length) {
        more.append(c);
        written.add(length);
    }

    private int lengths(String free) {
        int length = 0;
        for (int i = 0; i < free.length(); i++) {
            length += written.remove();
        }
        return length;
    }

    private String release() {
        int length = Math.min(rawFree, saidFree);
        String released = held.substring(0, length);
        held.delete(0, length);
        rawFree -= length;
        saidFree -= length;
        return released;
    }
}
