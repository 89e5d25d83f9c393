package io.mingshi.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.source.Sink;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example of the README is what is compiled and run here, line by line.
class ReadmeExampleTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleDoesWhatItSays() throws IOException {
        Files.write(folder.resolve("picture.png"), Samples.png(300, 200));
        // example
        LabelEngine engine = new LabelEngine(ProviderCode.of("001191000000000000000K10001"));
        Path target = folder.resolve("labelled.png");
        try (FileChannel file = FileChannel.open(folder.resolve("picture.png"))) {
            engine.label(MediaType.PNG, Source.of(file), engine.request("work-0001"), Sink.file(target));
        }
        VerificationReport report = new LabelVerifier().verify(target);
        System.out.println(report.verdict() + " " + report.label().orElseThrow().produceId());
        report.findings().forEach(System.out::println);
        PlatformDecision notice = PlatformDecision.of(report, false, false);
        System.out.println(notice.notice() + " because " + notice.reason());
        // end
        assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(notice.notice()).isEqualTo(PlatformDecision.Notice.IS);
    }

    @Test
    void theReadmeShowsTheSameLines() throws IOException {
        Path module = Path.of(System.getProperty("mingshi.root"), "modules/labels");
        Matcher shown = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(module.resolve("README.md")));
        Matcher run = Pattern.compile("// example\n(.*?)// end", Pattern.DOTALL)
                .matcher(Files.readString(module.resolve("src/test/java/io/mingshi/labels/ReadmeExampleTest.java")));
        assertThat(shown.find() && run.find()).isTrue();
        assertThat(lines(shown.group(1))).isEqualTo(lines(run.group(1)));
    }

    private static List<String> lines(String code) {
        return code.lines()
                .map(line -> line.replaceFirst("//.*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
