package io.mingshi.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mingshi.evidencelog.merkle.TreeHasher;
import io.mingshi.evidencelog.proof.LogProof;
import io.mingshi.evidencelog.proof.Policy;
import io.mingshi.servicekit.event.EventCodec;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EvidenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    EventCodec codec;

    @Inject
    Records records;

    @Inject
    Evidence evidence;

    @Test
    void whatIsKeptIsInTheLogAtItsPositionAndAnybodyWithTheKeyCanTell() {
        var story = new GoldenStory(codec);
        story.work();
        story.delivery();
        await().atMost(PATIENCE).until(() -> of(story).size() == 3);
        await().atMost(PATIENCE)
                .until(() -> of(story).stream()
                        .allMatch(record -> evidence.prove(record.position()).isPresent()));
        for (KeptRecord record : of(story)) {
            LogProof proof = LogProof.parse(
                    evidence.prove(record.position()).orElseThrow().bytes());
            assertThat(proof.index()).isEqualTo(record.position());
            Policy.of(evidence.key())
                    .verify(proof, new TreeHasher().leaf(record.entry().bytes()));
        }
    }

    private List<KeptRecord> of(GoldenStory story) {
        return records.by(Records.Column.WORK, story.work.value());
    }
}
