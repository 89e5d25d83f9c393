package io.mingshi.labels.container.film;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Data of a script tag in AMF0: a name and an object with properties (Action Message Format 0, section 2).
final class Amf {
    private static final int NUMBER = 0;
    private static final int BOOLEAN = 1;
    private static final int STRING = 2;
    private static final int OBJECT = 3;
    private static final int NULL = 5;
    private static final int UNDEFINED = 6;
    private static final int REFERENCE = 7;
    private static final int ECMA_ARRAY = 8;
    private static final int STRICT_ARRAY = 10;
    private static final int DATE = 11;
    private static final int LONG_STRING = 12;
    private static final int UNSUPPORTED = 13;
    private static final int XML = 15;
    private static final int TYPED_OBJECT = 16;

    private static final int LONGEST_SHORT_STRING = 0xFFFF;

    /// An empty name and the marker of an end.
    private static final byte[] END = {0, 0, 9};

    private static final int MAX_DEPTH = 16;
    private static final int MAX_PROPERTIES = 100_000;

    private final byte[] bytes;
    private final String name;
    private final List<Property> properties;

    /// Where the object begins, and what follows it.
    private final int object;

    private final int end;

    /// A property of the object.
    ///
    /// @param from where its value begins
    /// @param to where its value ends
    record Property(String name, int from, int to) {}

    private Amf(byte[] bytes, String name, int object, List<Property> properties, int end) {
        this.bytes = bytes;
        this.name = name;
        this.object = object;
        this.properties = List.copyOf(properties);
        this.end = end;
    }

    /// A name and an array without properties.
    static Amf empty(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(text.length + 8 + END.length)
                .put((byte) STRING)
                .putShort((short) text.length)
                .put(text)
                .put((byte) ECMA_ARRAY)
                .putInt(0)
                .put(END)
                .array();
        return parse(bytes);
    }

    /// @throws io.mingshi.labels.LabelException MALFORMED if the data is none of this form
    static Amf parse(byte[] bytes) {
        require(bytes.length > 3 && bytes[0] == STRING);
        int at = 3 + Bytes.u16(bytes, 1);
        require(at < bytes.length);
        String name = Bytes.latin1(bytes, 3, at - 3);
        int type = Bytes.u8(bytes, at);
        if (type != OBJECT && type != ECMA_ARRAY) {
            return new Amf(bytes, name, at, List.of(), at);
        }
        List<Property> properties = new ArrayList<>();
        int end = properties(bytes, at + (type == OBJECT ? 1 : 5), properties, 0);
        return new Amf(bytes, name, at, properties, end);
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw MALFORMED.with("a script tag of the film is not sound AMF0 data");
        }
    }

    private static int properties(byte[] bytes, int from, List<Property> into, int depth) {
        int at = from;
        while (true) {
            // Some writers end the tag and forget the end of the list.
            if (depth == 0 && at == bytes.length) {
                return at;
            }
            require(at >= 0 && at + END.length <= bytes.length && into.size() < MAX_PROPERTIES);
            int length = Bytes.u16(bytes, at);
            int value = at + 2 + length;
            require(value < bytes.length);
            if (length == 0 && bytes[value] == END[2]) {
                return value + 1;
            }
            int next = skip(bytes, value, depth + 1);
            into.add(new Property(Bytes.latin1(bytes, at + 2, length), value, next));
            at = next;
        }
    }

    private static int skip(byte[] bytes, int at, int depth) {
        require(depth <= MAX_DEPTH && at < bytes.length);
        long next = switch (Bytes.u8(bytes, at)) {
            case NUMBER -> at + 9L;
            case BOOLEAN -> at + 2L;
            case STRING -> at + 3L + length(bytes, at + 1, 2);
            case OBJECT -> properties(bytes, at + 1, new ArrayList<>(), depth);
            case NULL, UNDEFINED, UNSUPPORTED -> at + 1L;
            case REFERENCE -> at + 3L;
            case ECMA_ARRAY -> properties(bytes, at + 5, new ArrayList<>(), depth);
            case STRICT_ARRAY -> items(bytes, at, depth);
            case DATE -> at + 11L;
            case LONG_STRING, XML -> at + 5L + length(bytes, at + 1, 4);
            case TYPED_OBJECT ->
                properties(bytes, (int) (at + 3L + length(bytes, at + 1, 2)), new ArrayList<>(), depth);
            default -> Long.MAX_VALUE;
        };
        require(next <= bytes.length);
        return (int) next;
    }

    private static int items(byte[] bytes, int at, int depth) {
        long count = length(bytes, at + 1, 4);
        require(count <= bytes.length);
        int next = at + 5;
        for (long i = 0; i < count; i++) {
            next = skip(bytes, next, depth + 1);
        }
        return next;
    }

    private static long length(byte[] bytes, int at, int width) {
        require(at + width <= bytes.length);
        long length = width == 2 ? Bytes.u16(bytes, at) : Bytes.u32(bytes, at);
        require(length <= bytes.length);
        return length;
    }

    String name() {
        return name;
    }

    List<Property> properties() {
        return properties;
    }

    Optional<Property> first(String wanted) {
        return properties.stream()
                .filter(property -> property.name.equals(wanted))
                .findFirst();
    }

    /// The text of a property that is one.
    Optional<String> text(Property property) {
        return switch (Bytes.u8(bytes, property.from)) {
            case STRING -> Bytes.utf8(bytes, property.from + 3, property.to - property.from - 3);
            case LONG_STRING -> Bytes.utf8(bytes, property.from + 5, property.to - property.from - 5);
            default -> Optional.empty();
        };
    }

    /// The bytes of a property of any kind, each as one character.
    String latin1(Property property) {
        return Bytes.latin1(bytes, property.from, property.to - property.from);
    }

    /// The properties inside an object that is a property.
    List<Property> inside(Property property) {
        List<Property> inside = new ArrayList<>();
        switch (Bytes.u8(bytes, property.from)) {
            case OBJECT -> properties(bytes, property.from + 1, inside, 1);
            case ECMA_ARRAY -> properties(bytes, property.from + 5, inside, 1);
            default -> {}
        }
        return inside;
    }

    /// Where the numbers of a property stand: of a number itself, or of a list of nothing but numbers.
    List<Integer> numbers(Property property) {
        int type = Bytes.u8(bytes, property.from);
        List<Integer> places = new ArrayList<>();
        int first = type == STRICT_ARRAY ? property.from + 5 : property.from;
        if (type != STRICT_ARRAY && type != NUMBER) {
            return places;
        }
        for (int at = first; at + 9 <= property.to && bytes[at] == NUMBER; at += 9) {
            places.add(at + 1);
        }
        return places;
    }

    /// The same data with these of its properties.
    Amf with(List<Property> kept) {
        return rebuilt(kept, new byte[0], 0);
    }

    /// The same data with one more property that is a text.
    Amf with(String property, String text) {
        byte[] label = property.getBytes(StandardCharsets.UTF_8);
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer added = ByteBuffer.allocate(label.length + value.length + 7);
        added.putShort((short) label.length).put(label);
        if (value.length > LONGEST_SHORT_STRING) {
            added.put((byte) LONG_STRING).putInt(value.length);
        } else {
            added.put((byte) STRING).putShort((short) value.length);
        }
        added.put(value);
        return rebuilt(properties, Bytes.slice(added.array(), 0, added.position()), 1);
    }

    private Amf rebuilt(List<Property> kept, byte[] added, int more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + added.length);
        boolean array = bytes[object] == ECMA_ARRAY;
        out.write(bytes, 0, object + 1);
        if (array) {
            out.writeBytes(ByteBuffer.allocate(4).putInt(kept.size() + more).array());
        }
        for (Property property : kept) {
            int label = property.name.length() + 2;
            out.write(bytes, property.from - label, property.to - property.from + label);
        }
        out.writeBytes(added);
        out.writeBytes(END);
        out.write(bytes, end, bytes.length - end);
        return parse(out.toByteArray());
    }

    /// Whether properties can be added.
    boolean isObject() {
        return object < bytes.length && (bytes[object] == ECMA_ARRAY || bytes[object] == OBJECT);
    }

    byte[] toBytes() {
        return bytes.clone();
    }
}
