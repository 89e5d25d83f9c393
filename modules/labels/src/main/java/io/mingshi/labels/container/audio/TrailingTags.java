package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The tags behind the sound of MP3 and FLAC files: APE, Lyrics3, ID3v1 and ID3v2.4 at the end. No guide foresees a
/// label in them.
///
/// @param start where the sound ends
/// @param tags in file order
record TrailingTags(long start, List<Tag> tags) {
    private static final int MAX_TAGS = 8;
    private static final int ID3V1 = 128;

    /// A block of longer texts that some programs write before an ID3v1 tag.
    private static final int ENHANCED = 227;

    private static final String LYRICS_BEGIN = "LYRICSBEGIN";
    private static final int LYRICS_SIZE = 6;
    private static final int LYRICS_END = 9;

    /// Lyrics of version 1 have at most 5100 characters between their marks.
    private static final int LONGEST_LYRICS_1 = 5120;

    /// One of them.
    sealed interface Tag {
        /// The range of the file.
        Region whole();

        /// Items with names.
        record Ape(ApeTag tag) implements Tag {
            @Override
            public Region whole() {
                return tag.whole();
            }
        }

        /// A tag with a footer.
        record Id3(Id3Tag tag) implements Tag {
            @Override
            public Region whole() {
                return tag.whole();
            }
        }

        /// Texts in fields of fixed or stated length.
        ///
        /// @param head the length of the mark before them
        /// @param foot the length of the mark behind them
        record Text(Region whole, int head, int foot, String name) implements Tag {
            private Region texts() {
                return whole.part(head, whole.length() - head - foot);
            }

            private void appendWithoutLabels(Splice.Builder file) throws IOException {
                whole.part(0, head).appendTo(file);
                StrayLabels.blanked(texts()).appendTo(file);
                whole.after(whole.length() - foot).appendTo(file);
            }
        }

        /// Something that ends like a tag and is none.
        record Broken(Region whole, String name) implements Tag {}
    }

    /// Finds the tags from the end backwards.
    ///
    /// @param from where the sound starts
    static TrailingTags find(Source file, long from) throws IOException {
        List<Tag> tags = new ArrayList<>();
        long end = file.size();
        Optional<Tag> last = endingAt(file, from, end);
        while (last.isPresent() && tags.size() < MAX_TAGS) {
            tags.addFirst(last.get());
            end = last.get().whole().start();
            last = last.get() instanceof Tag.Broken ? Optional.empty() : endingAt(file, from, end);
        }
        if (last.isPresent()) {
            tags.addFirst(new Tag.Broken(new Region(file, end, 0), "long series of tags"));
        }
        return new TrailingTags(end, List.copyOf(tags));
    }

    private static Optional<Tag> endingAt(Source file, long from, long end) throws IOException {
        if (ApeTag.endsAt(file, from, end)) {
            Tag broken = new Tag.Broken(new Region(file, end, 0), "APE tag");
            return Optional.of(
                    ApeTag.read(file, from, end).<Tag>map(Tag.Ape::new).orElse(broken));
        }
        Optional<Id3Tag> id3 =
                Id3Tag.endingAt(file, end).filter(tag -> tag.whole().start() >= from);
        if (id3.isPresent()) {
            return id3.map(Tag.Id3::new);
        }
        Optional<Tag> lyrics = lyrics(file, from, end);
        return lyrics.isPresent() ? lyrics : id3v1(file, from, end);
    }

    private static Optional<Tag> id3v1(Source file, long from, long end) throws IOException {
        for (String mark : List.of("TAG", "TAG+")) {
            int length = mark.equals("TAG") ? ID3V1 : ENHANCED;
            if (marked(file, from, end - length, mark)) {
                Region whole = new Region(file, end - length, length);
                return Optional.of(new Tag.Text(whole, mark.length(), 0, "ID3v1"));
            }
        }
        return Optional.empty();
    }

    private static Optional<Tag> lyrics(Source file, long from, long end) throws IOException {
        if (marked(file, from, end - LYRICS_END, "LYRICS200")) {
            return Optional.of(lyrics(file, from, lyrics2Start(file, from, end), end, LYRICS_SIZE + LYRICS_END));
        }
        return marked(file, from, end - LYRICS_END, "LYRICSEND")
                ? Optional.of(lyrics(file, from, lyrics1Start(file, from, end), end, LYRICS_END))
                : Optional.empty();
    }

    private static Tag lyrics(Source file, long from, long start, long end, int foot) throws IOException {
        boolean sound = start + LYRICS_BEGIN.length() + foot <= end && marked(file, from, start, LYRICS_BEGIN);
        return sound
                ? new Tag.Text(new Region(file, start, end - start), LYRICS_BEGIN.length(), foot, "Lyrics3")
                : new Tag.Broken(new Region(file, end, 0), "Lyrics3 tag");
    }

    /// Before the mark at its end, version 2 states its length in decimal digits.
    private static long lyrics2Start(Source file, long from, long end) throws IOException {
        int foot = LYRICS_SIZE + LYRICS_END;
        String digits = end - from < foot ? "" : Bytes.latin1(file.bytes(end - foot, LYRICS_SIZE), 0, LYRICS_SIZE);
        return digits.matches("[0-9]{6}") ? end - foot - Long.parseLong(digits) : -1;
    }

    private static long lyrics1Start(Source file, long from, long end) throws IOException {
        int length = (int) Math.min(LONGEST_LYRICS_1, end - from);
        int start = Bytes.latin1(file.bytes(end - length, length), 0, length).lastIndexOf(LYRICS_BEGIN);
        return start < 0 ? -1 : end - length + start;
    }

    private static boolean marked(Source file, long from, long at, String mark) throws IOException {
        return at >= from
                && at + mark.length() <= file.size()
                && Bytes.startsWith(file.bytes(at, mark.length()), 0, mark.length(), mark);
    }

    void readLabels(Sightings sightings) throws IOException {
        for (Tag tag : tags) {
            switch (tag) {
                case Tag.Ape ape -> ape.tag().readLabels(sightings);
                case Tag.Id3 id3 -> Id3Labels.read(id3.tag(), Place.MISPLACED, sightings);
                case Tag.Text text -> StrayLabels.read(text.texts(), text.name() + " tag at the end", sightings);
                case Tag.Broken broken -> sightings.unread("the " + broken.name() + " at the end is not sound");
            }
        }
    }

    /// Appends the tags without labels.
    void appendWithoutLabels(Splice.Builder file) throws IOException {
        for (Tag tag : tags) {
            switch (tag) {
                case Tag.Ape ape -> ape.tag().appendWithoutLabels(file);
                case Tag.Id3 id3 -> appendWithoutLabels(id3.tag().requireSound(), file);
                case Tag.Text text -> text.appendWithoutLabels(file);
                case Tag.Broken broken ->
                    throw MALFORMED.with(
                            "the " + broken.name() + " at the end of the file is damaged; remove it before labelling");
            }
        }
    }

    /// A tag at the end is found by its footer, which is not written here; one that must change goes.
    private static void appendWithoutLabels(Id3Tag tag, Splice.Builder file) throws IOException {
        List<Id3Frame> kept = Id3Labels.without(tag.frames());
        if (kept.equals(tag.frames())) {
            tag.whole().appendTo(file);
        } else if (!kept.isEmpty()) {
            Id3Writer.tagWithFooter(kept).appendTo(file);
        }
    }
}
