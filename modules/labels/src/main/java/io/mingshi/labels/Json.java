package io.mingshi.labels;

import java.util.ArrayList;
import java.util.List;

/// A strict, bounded reader for the small JSON objects that labels are (RFC 8259).
///
/// Its own, because a label must be refused for duplicate keys and because this library wants no others.
final class Json {
    /// Longest text read; a label with signatures has a few thousand characters.
    static final int MAX_LENGTH = 65_536;

    private static final int MAX_DEPTH = 8;
    private static final int MAX_MEMBERS = 64;

    private final String text;
    private int at;

    /// A value. Only what labels are made of is kept; `true`, `null` and arrays are [Other].
    sealed interface Value {}

    record Text(String value) implements Value {}

    record Numeral(String digits) implements Value {}

    record Members(List<Member> members) implements Value {}

    record Other() implements Value {}

    record Member(String key, Value value) {}

    /// The text is not JSON, or more than a label ever is.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String sentence) {
            super(sentence);
        }
    }

    private Json(String text) {
        this.text = text;
    }

    static Value parse(String text) throws Malformed {
        if (text.length() > MAX_LENGTH) {
            throw new Malformed("more than " + MAX_LENGTH + " characters");
        }
        Json json = new Json(text);
        Value value = json.value(0);
        json.space();
        if (json.at < text.length()) {
            throw json.unexpected();
        }
        return value;
    }

    private Value value(int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed("nested more than " + MAX_DEPTH + " deep");
        }
        space();
        char c = peek();
        return switch (c) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Text(string());
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private Value object(int depth) throws Malformed {
        List<Member> members = new ArrayList<>();
        expect('{');
        space();
        if (peek() == '}') {
            at++;
            return new Members(members);
        }
        do {
            space();
            String key = string();
            space();
            expect(':');
            members.add(new Member(key, value(depth + 1)));
            space();
        } while (goesOn(members.size()));
        expect('}');
        return new Members(members);
    }

    private Value array(int depth) throws Malformed {
        expect('[');
        space();
        if (peek() == ']') {
            at++;
            return new Other();
        }
        int count = 0;
        do {
            value(depth + 1);
            space();
            count++;
        } while (goesOn(count));
        expect(']');
        return new Other();
    }

    private boolean goesOn(int count) throws Malformed {
        if (peek() != ',') {
            return false;
        }
        at++;
        if (count >= MAX_MEMBERS) {
            throw new Malformed("more than " + MAX_MEMBERS + " members");
        }
        return true;
    }

    private String string() throws Malformed {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw new Malformed("a control character inside a string at " + (at - 1));
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() throws Malformed {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Malformed("an unknown escape at " + (at - 1));
        };
    }

    private char unicode() throws Malformed {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw unexpected();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private Value number() throws Malformed {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw unexpected();
        }
        return new Numeral(digits);
    }

    private Value word(String word) throws Malformed {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return new Other();
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) throws Malformed {
        if (next() != wanted) {
            throw new Malformed("expected " + wanted + " at " + (at - 1));
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed("ends too early");
        }
        return text.charAt(at);
    }

    private char next() throws Malformed {
        char c = peek();
        at++;
        return c;
    }

    private Malformed unexpected() {
        return new Malformed("unexpected character at " + at);
    }
}
