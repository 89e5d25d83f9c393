package io.mingshi.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FlatJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Characters of the examples in RFC 8785, section 3.2.2.
    @Test
    void stringsAreWrittenAsTheRfcSays() {
        String json = new FlatJson()
                .with("string", "\u20ac$\u000F\nA'B\"\\\\\"/")
                .with("a", null)
                .with("b", "")
                .toString();
        assertThat(json).isEqualTo("{\"b\":\"\",\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Property
    void anyOtherReaderGetsTheSameStrings(@ForAll @Size(max = 5) Map<String, String> members) throws IOException {
        var flat = new FlatJson();
        members.forEach(flat::with);
        JsonNode read = JSON.readTree(flat.toString());
        Map<String, String> back = new TreeMap<>();
        read.properties()
                .forEach(member -> back.put(member.getKey(), member.getValue().textValue()));
        assertThat(back).isEqualTo(members);
    }
}
