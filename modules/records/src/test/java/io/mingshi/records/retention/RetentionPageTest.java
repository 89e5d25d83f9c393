package io.mingshi.records.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.records.RetentionClass;
import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page shows the classes as the code has them; `-Dmingshi.write=retention` writes them.
class RetentionPageTest {
    private static final Path PAGE = LocalStack.root().resolve("docs/retention.md");
    private static final String START = "<!-- classes -->\n";
    private static final String END = "<!-- /classes -->\n";

    @Test
    void thePageSaysWhatTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(START) + START.length());
        String after = page.substring(page.indexOf(END));
        String generated = before + table() + after;
        if ("retention".equals(System.getProperty("mingshi.write"))) {
            Files.writeString(PAGE, generated);
        }
        assertThat(Files.readString(PAGE))
                .as("run with -Dmingshi.write=retention")
                .isEqualTo(generated);
    }

    private static String table() {
        return "| class | at least | goes after | the clock starts at | rule |\n|---|---|---|---|---|\n"
                + Arrays.stream(RetentionClass.values())
                        .map(RetentionPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(RetentionClass one) {
        return "| `%s` | %s | %s | %s | [%s](%s) |\n"
                .formatted(
                        one,
                        words(one.minimum()),
                        one.maximum().map(RetentionPageTest::words).orElse("stays"),
                        switch (one.start()) {
                            case RECEIPT -> "receipt";
                            case LAST_DELIVERY -> "last supply of the work to the recipient";
                            case END_OF_VALIDITY -> "end of validity";
                        },
                        one.rule(),
                        one.rule().link());
    }

    private static String words(Period period) {
        return period.getMonths() == 0 ? period.toTotalMonths() / 12 + " years" : period.toTotalMonths() + " months";
    }
}
