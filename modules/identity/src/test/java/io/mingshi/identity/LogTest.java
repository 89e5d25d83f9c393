package io.mingshi.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads every line that the tests of this module had logged; tests without Quarkus come after those with it.
class LogTest {
    private static final Path LOG = Path.of("target/quarkus.log");

    /// Every name and number that the tests send as somebody's.
    private static final List<String> SECRETS = List.of(
            "11010519491231002",
            "360426199101010071",
            "81000019980902013",
            "820000200009100032",
            "830000200209060065",
            "911124198108030024",
            "932682198501010017",
            "H12345678",
            "CAN123456789012",
            "91110000600037341L",
            "91350100M000100Y43",
            "13800138000",
            "13900139000",
            "13700137000",
            "张三",
            "李四",
            "王五",
            "小明",
            "小红",
            "张君宝",
            "名实有限公司");

    /// Part of IDN-5.
    @Test
    void noLineOfTheWholeRunTellsANameOrANumber() throws IOException {
        assertThat(LOG).as("written by the tests with Quarkus").exists();
        List<String> lines = linesOfThisRun();
        assertThat(lines.stream().filter(LogTest::tells)).isEmpty();
        assertThat(lines)
                .as("what is logged of the same requests is there")
                .anyMatch(line -> line.contains("authority-plain gave no usable answer"))
                .anyMatch(line -> line.contains("authority-tencent gave no usable answer"))
                .anyMatch(line -> line.contains("insert into identity"));
    }

    private static List<String> linesOfThisRun() throws IOException {
        Instant begin =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        try (Stream<String> lines = Files.lines(LOG, UTF_8)) {
            return lines.dropWhile(line -> !isSince(begin, line)).toList();
        }
    }

    private static boolean isSince(Instant begin, String line) {
        try {
            return !OffsetDateTime.parse(line.split(" ", 2)[0]).toInstant().isBefore(begin);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean tells(String line) {
        return SECRETS.stream().anyMatch(line::contains);
    }
}
