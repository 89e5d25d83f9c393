package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.mingshi.records.FlatJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A JSON object of strings that is written in the one form of RFC 8785, so that all programs read the same in it.
///
/// @param members in the order of their names
public record FlatObject(SortedMap<String, String> members) {
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RecordLine.MAX_BYTES)
                    .maxNestingDepth(4)
                    .build())
            .build();

    /// An object that nobody changes.
    public FlatObject {
        members = Collections.unmodifiableSortedMap(members);
    }

    /// Reads an object.
    ///
    /// @param what is read, to be named if it is not one
    public static FlatObject parse(byte[] json, String what) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                FlatObject read = new FlatObject(members(parser, what));
                if (Arrays.equals(read.toString().getBytes(UTF_8), json)) {
                    return read;
                }
            }
        } catch (IOException e) {
            throw notOne(what);
        }
        throw notOne(what);
    }

    /// The value of a member that must be there.
    public String at(String name) {
        String value = members.get(name);
        if (value == null) {
            throw NotVerified.because(
                    "a part of the export does not say \"" + name + "\"", "导出文件的一部分缺少 \"" + name + "\"");
        }
        return value;
    }

    /// The value of a member, or an empty text.
    public String or(String name) {
        return members.getOrDefault(name, "");
    }

    /// The one form.
    @Override
    public String toString() {
        FlatJson json = new FlatJson();
        members.forEach(json::with);
        return json.toString();
    }

    /// Reads the members and the end of the object whose start was read.
    static SortedMap<String, String> members(JsonParser parser, String what) throws IOException {
        SortedMap<String, String> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw notOne(what);
            }
            members.put(name, parser.getText());
        }
        return members;
    }

    static NotVerified notOne(String what) {
        return NotVerified.because(
                what + " is not JSON in the one form that an export has", what + " 不是导出文件规定形式的 JSON");
    }
}
