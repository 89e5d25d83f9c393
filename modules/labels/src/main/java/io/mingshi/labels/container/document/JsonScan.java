package io.mingshi.labels.container.document;

import io.mingshi.labels.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One pass over the JSON object that a file is (RFC 8259), which notes where some of its members stand.
///
/// Nothing is kept but those places, so that the file may have any length.
final class JsonScan {
    /// Real files are nested tens deep.
    private static final int MAX_DEPTH = 256;

    /// A second member of the same name is already one too many.
    private static final int MAX_MEMBERS = 64;

    /// The names that are looked for are shorter, even with every letter written as an escape.
    private static final int LONGEST_KEY = 64;

    private final ByteWalk walk;
    private final Set<String> wanted;
    private final List<Member> members = new ArrayList<>();
    private Optional<String> flaw = Optional.empty();
    private long open = -1;
    private long firstKey = -1;

    /// A member of the outermost object.
    ///
    /// @param comma where the comma before it stands, -1 for the first member
    /// @param start where its name begins
    /// @param value where its value begins
    /// @param end behind its value
    record Member(String name, long comma, long start, long value, long end) {}

    private static final class NotJson extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        NotJson(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private JsonScan(Source file, Set<String> wanted) {
        this.walk = new ByteWalk(file);
        this.wanted = wanted;
    }

    /// Scans the whole file for the members with these names, however they are escaped.
    static JsonScan of(Source file, Set<String> wanted) throws IOException {
        JsonScan scan = new JsonScan(file, wanted);
        try {
            scan.file();
        } catch (NotJson notJson) {
            scan.flaw = Optional.of(notJson.sentence);
        }
        return scan;
    }

    List<Member> members() {
        return List.copyOf(members);
    }

    /// Why the file is not a JSON object, if it is none.
    Optional<String> flaw() {
        return flaw;
    }

    /// Behind the opening brace.
    long open() {
        return open;
    }

    /// Where the first member begins, if there is one.
    Optional<Long> firstKey() {
        return firstKey < 0 ? Optional.empty() : Optional.of(firstKey);
    }

    private void file() throws IOException, NotJson {
        if (walk.peek() == 0xEF) {
            expect(0xEF);
            expect(0xBB);
            expect(0xBF);
        }
        space();
        if (walk.peek() == '[') {
            throw new NotJson("the JSON file is an array; a label needs an object around it");
        }
        expect('{');
        open = walk.position();
        outermost();
        space();
        if (walk.peek() != ByteWalk.END) {
            throw unexpected();
        }
    }

    private void outermost() throws IOException, NotJson {
        space();
        if (walk.peek() == '}') {
            expect('}');
            return;
        }
        firstKey = walk.position();
        long comma = -1;
        do {
            space();
            long start = walk.position();
            String name = string();
            colon();
            long value = walk.position();
            value(1);
            note(new Member(name, comma, start, value, walk.position()));
            space();
            comma = walk.position();
        } while (goesOn('}'));
    }

    private void note(Member member) throws NotJson {
        if (!wanted.contains(member.name)) {
            return;
        }
        if (members.size() == MAX_MEMBERS) {
            throw new NotJson("the JSON object has the member " + member.name + " more than " + MAX_MEMBERS + " times");
        }
        members.add(member);
    }

    private void value(int depth) throws IOException, NotJson {
        if (depth > MAX_DEPTH) {
            throw new NotJson("the JSON file is nested more than " + MAX_DEPTH + " deep");
        }
        switch (walk.peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) throws IOException, NotJson {
        expect('{');
        space();
        if (walk.peek() == '}') {
            expect('}');
            return;
        }
        do {
            space();
            string();
            colon();
            value(depth + 1);
            space();
        } while (goesOn('}'));
    }

    private void array(int depth) throws IOException, NotJson {
        expect('[');
        space();
        if (walk.peek() == ']') {
            expect(']');
            return;
        }
        do {
            space();
            value(depth + 1);
            space();
        } while (goesOn(']'));
    }

    private boolean goesOn(char close) throws IOException, NotJson {
        if (walk.peek() == ',') {
            expect(',');
            return true;
        }
        expect(close);
        return false;
    }

    private void colon() throws IOException, NotJson {
        space();
        expect(':');
        space();
    }

    /// The text if it is short, else something that no member is called.
    private String string() throws IOException, NotJson {
        expect('"');
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        while (true) {
            int c = walk.next();
            if (c == '"') {
                return raw.size() > LONGEST_KEY ? "" : JsonText.unescaped(raw.toString(StandardCharsets.UTF_8));
            }
            if (c < ' ') {
                throw new NotJson("the JSON file has a control character or ends inside a string");
            }
            keep(raw, c);
            if (c == '\\') {
                escape(raw);
            } else if (c >= 0x80) {
                continuation(c, raw);
            }
        }
    }

    private static void keep(ByteArrayOutputStream raw, int c) {
        if (raw.size() <= LONGEST_KEY) {
            raw.write(c);
        }
    }

    private void escape(ByteArrayOutputStream raw) throws IOException, NotJson {
        int c = walk.next();
        keep(raw, c);
        boolean sound = c >= 0 && "\"\\/bfnrtu".indexOf(c) >= 0;
        for (int i = 0; c == 'u' && i < 4; i++) {
            int digit = walk.next();
            keep(raw, digit);
            sound &= digit < 0x80 && Character.digit(digit, 16) >= 0;
        }
        if (!sound) {
            throw new NotJson("the JSON file has an unknown escape at byte " + walk.position());
        }
    }

    /// The further bytes of a character: as many as its first byte says, none that is too long for what it says.
    private void continuation(int first, ByteArrayOutputStream raw) throws IOException, NotJson {
        int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
        int point = first & (0x3F >> more);
        for (int i = 0; i < more; i++) {
            int c = walk.next();
            if ((c & 0xC0) != 0x80 || c < 0) {
                throw new NotJson("the JSON file is not UTF-8 at byte " + walk.position());
            }
            keep(raw, c);
            point = (point << 6) | (c & 0x3F);
        }
        int least = more == 1 ? 0x80 : more == 2 ? 0x800 : 0x10000;
        if (first < 0xC2 || first > 0xF4 || point < least || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
            throw new NotJson("the JSON file is not UTF-8 at byte " + walk.position());
        }
    }

    private void word(String word) throws IOException, NotJson {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void number() throws IOException, NotJson {
        if (walk.peek() == '-') {
            expect('-');
        }
        if (walk.peek() == '0') {
            expect('0');
        } else {
            digits();
        }
        if (walk.peek() == '.') {
            expect('.');
            digits();
        }
        if (walk.peek() == 'e' || walk.peek() == 'E') {
            walk.next();
            if (walk.peek() == '+' || walk.peek() == '-') {
                walk.next();
            }
            digits();
        }
    }

    private void digits() throws IOException, NotJson {
        if (walk.peek() < '0' || walk.peek() > '9') {
            throw unexpected();
        }
        while (walk.peek() >= '0' && walk.peek() <= '9') {
            walk.next();
        }
    }

    private void space() throws IOException {
        while (walk.peek() == ' ' || walk.peek() == '\t' || walk.peek() == '\n' || walk.peek() == '\r') {
            walk.next();
        }
    }

    private void expect(int c) throws IOException, NotJson {
        if (walk.peek() != c) {
            throw unexpected();
        }
        walk.next();
    }

    private NotJson unexpected() throws IOException {
        return new NotJson(
                walk.peek() == ByteWalk.END
                        ? "the JSON file ends too early"
                        : "the JSON file is not sound at byte " + walk.position());
    }
}
