package io.mingshi.gateway;

/// Reads the escapes of JSON as it comes, so that what a text says is screened and not how it is written.
///
/// For one text; what is no escape, or one that is broken off, stands for itself.
public final class JsonEscapes {
    private static final int HEX = 6;
    private static final int RADIX = 16;

    private final StringBuilder open = new StringBuilder();

    /// Takes a character and the number of characters that it was written with.
    public interface Reading {
        void read(char said, int written);
    }

    /// What a complete text says.
    public static String read(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var said = new StringBuilder();
        var escapes = new JsonEscapes();
        escapes.take(text, (c, _) -> said.append(c));
        escapes.end((c, _) -> said.append(c));
        return said.toString();
    }

    /// Takes the next piece, which may end inside an escape.
    public void take(String piece, Reading reading) {
        for (int i = 0; i < piece.length(); i++) {
            take(piece.charAt(i), reading);
        }
    }

    /// Says that nothing more will come.
    public void end(Reading reading) {
        for (int i = 0; i < open.length(); i++) {
            reading.read(open.charAt(i), 1);
        }
        open.setLength(0);
    }

    private void take(char c, Reading reading) {
        if (open.isEmpty() && c != '\\') {
            reading.read(c, 1);
            return;
        }
        open.append(c);
        if (open.length() == 1 || (open.charAt(1) == 'u' && open.length() < HEX && isHexSoFar())) {
            return;
        }
        if (open.charAt(1) != 'u') {
            reading.read(simple(open.charAt(1)), open.length());
            open.setLength(0);
        } else if (open.length() == HEX && isHexSoFar()) {
            reading.read((char) Integer.parseInt(open, 2, HEX, RADIX), HEX);
            open.setLength(0);
        } else {
            restart(reading);
        }
    }

    /// The backslash stands for itself; what follows it is read again.
    private void restart(Reading reading) {
        String rest = open.substring(1);
        open.setLength(0);
        reading.read('\\', 1);
        take(rest, reading);
    }

    private boolean isHexSoFar() {
        for (int i = 2; i < open.length(); i++) {
            if (Character.digit(open.charAt(i), RADIX) < 0 || open.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    private static char simple(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
