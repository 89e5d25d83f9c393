package io.mingshi.moderation.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.contracts.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvTest {
    @Provide
    Arbitrary<List<List<String>>> records() {
        return Arbitraries.strings()
                .withChars("a,\"\n\r 字\t")
                .ofMaxLength(6)
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 500)
    void whatIsWrittenIsReadAgain(@ForAll("records") List<List<String>> records) {
        String text = records.stream()
                .map(fields -> fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
        assertThat(Csv.records(text)).isEqualTo(records);
    }

    @Property(tries = 500)
    void everyTextIsReadOrRefused(@ForAll String text) {
        var refused = new ArrayList<ProblemException>();
        try {
            EntryCsv.read(text);
        } catch (ProblemException e) {
            refused.add(e);
        }
        assertThat(refused).hasSize(1);
    }
}
