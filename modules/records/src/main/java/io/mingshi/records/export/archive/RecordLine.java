package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.mingshi.records.FlatJson;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// One record as a line of an export: a JSON object in the form of RFC 8785.
///
/// @param position its index in the evidence log
/// @param record what its seal is the hash of
/// @param text what became of the text
public record RecordLine(long position, FlatObject record, Text text) {
    /// Bytes of the longest line.
    public static final int MAX_BYTES = 16 << 20;

    private static final int SALT = 64;

    /// What an export gives of the text of a record.
    public sealed interface Text {
        /// The text and its salt in hex.
        record Given(String salt, String text) implements Text {}

        /// Why there is none.
        record None(Why why) implements Text {}
    }

    /// Why a text is not given.
    public enum Why {
        /// The export was ordered without texts.
        NOT_ORDERED("本次导出未要求正文", "this export was ordered without texts"),
        /// The person asked for erasure; the record is stored for its period and not used otherwise.
        STORAGE_ONLY("当事人已请求删除，期限届满前仅存储、不作他用", "erasure was asked for: it is stored for its period and not used"),
        /// The key was destroyed.
        ERASED("密钥已销毁，正文已不可读", "its key was destroyed: nobody can read it any more"),
        /// What is stored does not decrypt.
        DAMAGED("存储的内容无法解密", "what is stored does not decrypt");

        private final String chinese;
        private final String english;

        Why(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String sentence() {
            return chinese + " · " + english;
        }
    }

    /// The line without its newline.
    public byte[] bytes() {
        String record = record().toString();
        StringBuilder line = new StringBuilder(record.length() + 512);
        line.append("{\"position\":").append(position).append(",\"record\":").append(record);
        switch (text) {
            case Text.Given(String salt, String given) -> {
                line.append(",\"salt\":\"").append(salt).append("\",\"text\":");
                FlatJson.quote(line, given);
            }
            case Text.None(Why why) -> line.append(",\"why\":\"").append(why).append('"');
        }
        return line.append('}').toString().getBytes(UTF_8);
    }

    /// Reads a line.
    ///
    /// @param what line it is, to be named if it is not one
    public static RecordLine parse(byte[] json, String what) {
        try (JsonParser parser = FlatObject.JSON.createParser(json)) {
            RecordLine read = read(parser, what);
            if (Arrays.equals(read.bytes(), json)) {
                return read;
            }
        } catch (IOException e) {
            throw FlatObject.notOne(what);
        }
        throw FlatObject.notOne(what);
    }

    /// Whether the text is the one that the record is committed to; true where there is none.
    public boolean opens() {
        return switch (text) {
            case Text.Given(String salt, String given) -> {
                var digest = Sha.digest();
                digest.update(HexFormat.of().parseHex(salt));
                yield HexFormat.of()
                        .formatHex(digest.digest(given.getBytes(UTF_8)))
                        .equals(record.at("commitment"));
            }
            case Text.None _ -> true;
        };
    }

    /// What the log must say at the position.
    public byte[] entry() {
        return new FlatJson()
                .with("event", record.at("event"))
                .with("class", record.at("class"))
                .with("received", record.at("received"))
                .with("seal", Sha.hex(record.toString().getBytes(UTF_8)))
                .toString()
                .getBytes(UTF_8);
    }

    private static RecordLine read(JsonParser parser, String what) throws IOException {
        long position = -1;
        SortedMap<String, String> record = null;
        String salt = null;
        String text = null;
        Why why = null;
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "position" -> position = Numbers.parse(parser.getText());
                case "record" -> record = FlatObject.members(parser, what);
                case "salt" -> salt = parser.getText();
                case "text" -> text = parser.getText();
                case "why" -> why = why(parser.getText(), what);
                default -> throw FlatObject.notOne(what);
            }
        }
        if (record == null || position < 0) {
            throw FlatObject.notOne(what);
        }
        return new RecordLine(position, new FlatObject(record), text(salt, text, why, what));
    }

    private static Text text(@Nullable String salt, @Nullable String text, @Nullable Why why, String what) {
        if (salt != null && text != null && why == null && isHex(salt)) {
            return new Text.Given(salt, text);
        }
        if (why != null && salt == null && text == null) {
            return new Text.None(why);
        }
        throw FlatObject.notOne(what);
    }

    private static boolean isHex(String salt) {
        return salt.length() == SALT && salt.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static Why why(String name, String what) {
        for (Why why : Why.values()) {
            if (why.name().equals(name)) {
                return why;
            }
        }
        throw FlatObject.notOne(what);
    }
}
