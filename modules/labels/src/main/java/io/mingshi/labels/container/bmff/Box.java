package io.mingshi.labels.container.bmff;

import java.util.Optional;

/// A box of a file: its type, where it stands and how much of it is its header.
///
/// @param type four characters, each one byte of the file
/// @param start where its header begins
/// @param header the length of its header: 8 bytes, 8 more for a 64-bit size, 16 more for a `uuid` box
/// @param length with its header
/// @param uuid of a box of type `uuid`, 32 hexadecimal digits in lower case
public record Box(String type, long start, int header, long length, Optional<String> uuid) {
    /// Where its content begins.
    public long content() {
        return start + header;
    }

    /// Where the next box begins.
    public long end() {
        return start + length;
    }

    Box named(String other) {
        return new Box(other, start, header, length, uuid);
    }

    boolean is(String other) {
        return type.equals(other);
    }

    boolean isUuid(String other) {
        return uuid.filter(other::equals).isPresent();
    }

    /// The type for a sentence, whatever its bytes are.
    String name() {
        return type.matches("[ -~\u00A9]{4}") ? type : "with an unprintable name";
    }
}
