package io.mingshi.labels.container.audio;

import static io.mingshi.labels.container.audio.SoundContainersTest.expectOneLabel;
import static io.mingshi.labels.container.audio.SoundFiles.JSON;
import static io.mingshi.labels.container.audio.SoundFiles.OTHER_JSON;
import static io.mingshi.labels.container.audio.SoundFiles.concat;
import static io.mingshi.labels.container.audio.SoundFiles.labelled;
import static io.mingshi.labels.container.audio.SoundFiles.latin1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.audio.FlacBlocks.Block;
import io.mingshi.labels.source.Source;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlacContainerTest {
    private static final byte[] TONE = SoundFiles.of("tone.flac");
    private static final FlacBlocks BLOCKS = blocks(TONE);
    private static final Block INFO = BLOCKS.all().getFirst();
    private static final byte[] SOUND = Arrays.copyOfRange(TONE, (int) BLOCKS.end(), TONE.length);

    private final FlacContainer flac = new FlacContainer();

    private static FlacBlocks blocks(byte[] file) {
        return InMemory.call(() -> FlacBlocks.read(Source.of(file), 0, new Sightings()));
    }

    private static byte[] file(Block... blocks) {
        byte[] file = latin1("fLaC");
        for (int i = 0; i < blocks.length; i++) {
            Block block = blocks[i];
            file = concat(
                    file,
                    FlacBlocks.header(block, i == blocks.length - 1),
                    InMemory.call(() -> block.content().bytes()));
        }
        return concat(file, SOUND);
    }

    private static Block block(int type, byte[] content) {
        return new Block(type, Region.of(content));
    }

    private static Block comments(String... comments) {
        VorbisComments all = new VorbisComments(
                Region.of(latin1("vendor")),
                Arrays.stream(comments).map(c -> Region.of(latin1(c))).toList(),
                Region.of(new byte[0]));
        return new Block(FlacBlocks.VORBIS_COMMENT, all.toRegion());
    }

    private Sightings read(byte[] file) throws Exception {
        return flac.read(Source.of(file));
    }

    private static List<Integer> types(byte[] file) {
        return blocks(file).all().stream().map(Block::type).toList();
    }

    /// Part of PG-10.1.
    @Test
    void theCommentFollowsTheOthersInTheirBlock() {
        byte[] before = file(INFO, comments("TITLE=Song"));
        assertThat(labelled(flac, before, JSON)).isEqualTo(file(INFO, comments("TITLE=Song", "AIGC=" + JSON)));
    }

    @Test
    void aFileWithoutCommentsGetsABlockBehindTheFirst() throws Exception {
        byte[] after = labelled(flac, file(INFO, block(3, new byte[18])), JSON);
        assertThat(types(after)).containsExactly(0, 4, 3);
        expectOneLabel(read(after), JSON);
        byte[] alone = labelled(flac, file(INFO), JSON);
        assertThat(types(alone)).containsExactly(0, 4);
        expectOneLabel(read(alone), JSON);
    }

    @Test
    void paddingMakesUpForTheLabel() throws Exception {
        byte[] before = file(INFO, comments("TITLE=Song"), block(FlacBlocks.PADDING, new byte[1000]));
        byte[] after = labelled(flac, before, JSON);
        assertThat(after).hasSameSizeAs(before);
        assertThat(types(after)).containsExactly(0, 4, 1);
        assertThat(labelled(flac, after, "{}")).hasSameSizeAs(before);
        expectOneLabel(read(after), JSON);
    }

    @Test
    void aNameInSmallLettersIsTheSameComment() throws Exception {
        byte[] before = file(INFO, comments("aigc=" + OTHER_JSON, "Aigc=" + OTHER_JSON));
        assertThat(read(before).sites()).hasSize(2).allMatch(site -> site.place() == Place.PRESCRIBED);
        expectOneLabel(read(labelled(flac, before, JSON)), JSON);
    }

    @Test
    void labelsInOtherPlacesAreFoundAndGo() throws Exception {
        byte[] riff = concat(latin1("riffAIGC"), new byte[] {(byte) OTHER_JSON.length(), 0, 0, 0}, latin1(OTHER_JSON));
        byte[] id3 = Id3Bytes.tag(4, 0, Id3Bytes.text(4, "TIT2", "Kept"), Id3Bytes.user(4, 0, "AIGC", OTHER_JSON));
        byte[] before = concat(
                id3,
                file(
                        INFO,
                        comments("DESCRIPTION=AIGC" + OTHER_JSON, "TITLE=Song"),
                        block(FlacBlocks.APPLICATION, riff),
                        block(FlacBlocks.APPLICATION, latin1("testword AIGC" + OTHER_JSON + "more")),
                        comments("ARTIST=Singer", "AIGC=" + OTHER_JSON)));
        assertThat(read(before).sites()).hasSize(5);
        byte[] after = labelled(flac, before, JSON);
        expectOneLabel(read(after), JSON);
        assertThat(latin1(after))
                .startsWith("ID3")
                .contains("Kept", "Song", "Singer", "testword", "more")
                .doesNotContain("somebody");
    }

    @Test
    void anId3TagThatHeldOnlyALabelGoes() {
        byte[] id3 = Id3Bytes.tag(3, 0, Id3Bytes.user(3, 0, "AIGC", OTHER_JSON));
        assertThat(latin1(labelled(flac, concat(id3, TONE), JSON))).startsWith("fLaC");
    }

    @Test
    void commentsThatNoLongerFitTheirBlockAreRefused() {
        String large = "LYRICS=" + "x".repeat(FlacBlocks.LONGEST - 100);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> labelled(flac, file(INFO, comments(large)), JSON))
                .matches(refused -> refused.code() == LabelException.Code.TOO_LARGE);
    }

    @Test
    void damagedCommentsAreNeverTakenForNoLabel() throws Exception {
        byte[] before = file(INFO, block(FlacBlocks.VORBIS_COMMENT, new byte[] {9, 0, 0, 0, 1}));
        assertThat(read(before).unread()).hasSize(1);
        assertThatExceptionOfType(LabelException.class)
                .isThrownBy(() -> labelled(flac, before, JSON))
                .matches(refused -> refused.code() == LabelException.Code.MALFORMED);
    }
}
