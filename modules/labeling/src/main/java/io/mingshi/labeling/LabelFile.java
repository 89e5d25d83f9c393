package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.NOT_LABELLED;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.event.LabelingEvent.ContentLabelled;
import io.mingshi.labels.LabelEngine;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelRequest;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.source.Source;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;

/// Labels a file in the name of this provider, for parts of its product that generate outside the gateway.
///
/// [LAB-4, LAB-5](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class LabelFile {
    private final Knowledge knowledge;
    private final Making making;
    private final Ledger ledger;
    private final Desk desk;
    private final Ids ids;
    private final Clock clock;

    LabelFile(Knowledge knowledge, Making making, Ledger ledger, Desk desk, Ids ids, Clock clock) {
        this.knowledge = knowledge;
        this.making = making;
        this.ledger = ledger;
        this.desk = desk;
        this.ids = ids;
        this.clock = clock;
    }

    /// What is wanted.
    ///
    /// @param fileName tells Markdown from plain text, which look alike
    /// @param produceId the provider's number for the content; one is made where none is given
    /// @param watermark whether that number is hidden in the content too
    public record Wish(Optional<String> fileName, Optional<String> produceId, boolean watermark) {}

    /// A labelled file, which the caller removes.
    public record Labelled(String produceId, MediaType type, Path file) {}

    /// Labels, writes it down, and only then gives the file.
    ///
    /// @throws io.mingshi.contracts.ProblemException `FILE_NEEDED`, `FILE_TOO_LARGE`, `TOO_MANY_VERIFICATIONS`,
    ///     `NOT_LABELLED`, `NUMBER_TAKEN`, `NO_PROVIDER_CODE`
    public Labelled label(Path content, Wish wish, PersonId by) throws IOException {
        return desk.forMember(content, file -> make(file, wish, by));
    }

    private Labelled make(Path content, Wish wish, PersonId by) throws IOException {
        LabelEngine engine = new LabelEngine(knowledge.requireOwn());
        String produceId = wish.produceId().orElseGet(ids::next);
        MediaType type = typeOf(content, wish);
        Path file = making.labelled(engine, type, content, request(engine, produceId, wish));
        return making.orRemoved(file, () -> {
            Optional<String> pixels = knowledge.reader().verify(file).pixels();
            var fact = new ContentLabelled(produceId, by, type.mimeType(), Making.sha256(file), clock.instant());
            ledger.enter(fact, wish.watermark() ? knowledge.watermarkOf(produceId) : Optional.empty(), pixels);
            return new Labelled(produceId, type, file);
        });
    }

    private LabelRequest request(LabelEngine engine, String produceId, Wish wish) {
        try {
            LabelRequest request = engine.request(produceId);
            if (!wish.watermark()) {
                return request;
            }
            return request.watermarkedWith(knowledge
                    .watermark()
                    .orElseThrow(
                            () -> NOT_LABELLED.with("this service has no key for watermarks: leave watermark out")));
        } catch (LabelException refused) {
            throw NOT_LABELLED.with(refused.sentence());
        }
    }

    private static MediaType typeOf(Path content, Wish wish) throws IOException {
        Optional<MediaType> named = wish.fileName().flatMap(MediaType::ofName);
        try (FileChannel channel = FileChannel.open(content, StandardOpenOption.READ)) {
            Optional<MediaType> seen = MediaType.sniff(Source.of(channel));
            boolean text = seen.filter(type -> type == MediaType.TEXT).isPresent();
            return (text && named.filter(type -> type == MediaType.MARKDOWN).isPresent() ? named : seen)
                    .orElseThrow(() -> NOT_LABELLED.with(
                            "the format of the file is not known here; see the table of formats in the documentation"));
        }
    }
}
