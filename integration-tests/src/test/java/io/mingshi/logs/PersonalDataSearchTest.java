package io.mingshi.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataSearchTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no person 110000190001010012 is known",
                "{\"number\":\"11010519491231002X\"}",
                "number=33010219200403064x,",
                "a message to 13800138000 was sent",
                "the name 测试用户甲 does not match"
            })
    void aLineWithPersonalDataIsFound(String line) throws IOException {
        Path log = Files.write(folder.resolve("quarkus.log"), List.of("a clean line", line));
        assertThat(PersonalDataSearch.search(log)).containsExactly(log + ":2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110000190001010013 has a wrong check digit",
                "the provider 001191000000000000000K10001",
                "lag 138001380001 ms",
                "sha256 9110000190001010012aa"
            })
    void otherNumbersAreLeftAlone(String line) throws IOException {
        Path log = Files.write(folder.resolve("quarkus.log"), List.of(line));
        assertThat(PersonalDataSearch.search(log)).isEmpty();
    }
}
