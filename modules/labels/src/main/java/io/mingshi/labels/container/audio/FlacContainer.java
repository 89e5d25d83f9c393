package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.ManifestHost;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.audio.FlacBlocks.Block;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// FLAC: the label is the comment `AIGC` in the block VORBIS_COMMENT (TC260-PG-202510A), a C2PA store an object in an
/// ID3v2 tag before the stream.
///
/// ID3 tags before the stream and tags behind it, which players tolerate, are kept.
public final class FlacContainer implements Container, ManifestHost {
    /// Chunks of a WAV file that was compressed, kept by the `flac` program in application blocks.
    private static final String FOREIGN_LABEL = "riffAIGC";

    private record Layout(LeadingTags leading, FlacBlocks blocks, Region sound, TrailingTags trailing) {
        static Layout read(Source file, Sightings sightings) throws IOException {
            LeadingTags leading = LeadingTags.find(file);
            FlacBlocks blocks = FlacBlocks.read(file, leading.end(), sightings);
            TrailingTags trailing = TrailingTags.find(file, blocks.end());
            Region sound = new Region(file, blocks.end(), trailing.start() - blocks.end());
            if (sightings.flaws().isEmpty()) {
                FlacSound.judge(sound, blocks.longestFrame(), sightings);
            }
            return new Layout(leading, blocks, sound, trailing);
        }
    }

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        Layout layout = Layout.read(file, sightings);
        layout.leading.readLabels(Place.MISPLACED, sightings);
        for (Block block : layout.blocks.all()) {
            readLabels(block, sightings);
        }
        layout.trailing.readLabels(sightings);
        return sightings;
    }

    private static void readLabels(Block block, Sightings sightings) throws IOException {
        if (block.is(FlacBlocks.VORBIS_COMMENT)) {
            Optional<VorbisComments> comments = VorbisComments.read(block.content());
            if (comments.isPresent()) {
                comments.get().readLabels(Place.PRESCRIBED, "FLAC VORBIS_COMMENT", sightings);
            } else {
                sightings.unread("the comments of the FLAC file are not sound");
            }
        } else if (isForeignLabel(block)) {
            Region text = block.content().after(Math.min(12, block.content().length()));
            StrayLabels.label(text, Place.MISPLACED, "FLAC APPLICATION riff AIGC", sightings);
        } else if (block.is(FlacBlocks.APPLICATION)) {
            StrayLabels.read(block.content(), "FLAC APPLICATION", sightings);
        }
    }

    private static boolean isForeignLabel(Block block) throws IOException {
        byte[] head = block.content().head(FOREIGN_LABEL.length());
        return block.is(FlacBlocks.APPLICATION) && Bytes.startsWith(head, 0, head.length, FOREIGN_LABEL);
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Layout layout = sound(file);
        Splice.Builder out = Splice.builder();
        layout.leading.appendWithoutLabels(List.of(), out);
        out.insert(Bytes.latin1("fLaC"));
        List<Block> blocks = withLabel(layout.blocks.all(), json);
        for (int i = 0; i < blocks.size(); i++) {
            out.insert(FlacBlocks.header(blocks.get(i), i == blocks.size() - 1));
            blocks.get(i).content().appendTo(out);
        }
        layout.sound.appendTo(out);
        layout.trailing.appendWithoutLabels(out);
        return out.build();
    }

    private static Layout sound(Source file) throws IOException {
        Sightings sightings = new Sightings();
        Layout layout = Layout.read(file, sightings);
        if (!sightings.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the sound cannot be labelled: " + sightings.flaws().getFirst());
        }
        return layout;
    }

    private static List<Block> withLabel(List<Block> before, String json) throws IOException {
        List<Block> blocks = new ArrayList<>();
        boolean labelled = false;
        for (Block block : before) {
            if (block.is(FlacBlocks.VORBIS_COMMENT)) {
                VorbisComments comments = comments(block).withoutLabels();
                blocks.add(commentBlock(labelled ? comments : comments.with(json)));
                labelled = true;
            } else if (block.is(FlacBlocks.APPLICATION)) {
                if (!isForeignLabel(block)) {
                    blocks.add(new Block(block.type(), StrayLabels.blanked(block.content())));
                }
            } else {
                blocks.add(block);
            }
        }
        if (!labelled) {
            blocks.add(1, commentBlock(VorbisComments.none().with(json)));
        }
        return padded(blocks, FlacBlocks.length(blocks) - FlacBlocks.length(before));
    }

    private static VorbisComments comments(Block block) throws IOException {
        return VorbisComments.read(block.content())
                .orElseThrow(() ->
                        MALFORMED.with("the comments of the FLAC file are damaged; remove them before labelling"));
    }

    private static Block commentBlock(VorbisComments comments) {
        Region content = comments.toRegion();
        if (content.length() > FlacBlocks.LONGEST) {
            throw TOO_LARGE.with("the comments of a FLAC file have less than 16 MiB; remove some before labelling");
        }
        return new Block(FlacBlocks.VORBIS_COMMENT, content);
    }

    /// The blocks with padding that makes up for what was added, if there is enough, so that the sound does not move.
    private static List<Block> padded(List<Block> blocks, long added) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            long left = block.content().length() - added;
            if (block.is(FlacBlocks.PADDING) && left >= 0 && left <= FlacBlocks.LONGEST) {
                blocks.set(i, new Block(FlacBlocks.PADDING, new Region(Zeros.OF_A_TAG, 0, left)));
                return blocks;
            }
        }
        return blocks;
    }

    @Override
    public Optional<Found> find(Source file) throws IOException {
        return LeadingTags.find(file).manifest();
    }

    @Override
    public Hosted host(Source file, byte[] store) throws IOException {
        return sound(file).leading.host(store);
    }
}
