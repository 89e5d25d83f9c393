package io.mingshi.records.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.testkit.LocalStack;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of attacks names a test for each row, and every test of an attack is in the table.
class TamperingDocumentTest {
    private static final Pattern NAME = Pattern.compile("`(TamperTest|RewriteTest)\\.([A-Za-z]+)`");

    @Test
    void everyRowNamesATestThatExistsAndEveryTestHasARow() throws IOException {
        List<String> rows = Files.readAllLines(LocalStack.root().resolve("docs/records-tampering.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| attack"))
                .toList();
        assertThat(rows).isNotEmpty().allMatch(row -> NAME.matcher(row).find());
        Set<String> named = rows.stream()
                .flatMap(row -> NAME.matcher(row).results())
                .map(name -> name.group(1) + "." + name.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tests = new TreeSet<>();
        for (Class<?> type : List.of(TamperTest.class, RewriteTest.class)) {
            Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class))
                    .map(Method::getName)
                    .forEach(name -> tests.add(type.getSimpleName() + "." + name));
        }
        assertThat(named).isEqualTo(tests);
    }
}
