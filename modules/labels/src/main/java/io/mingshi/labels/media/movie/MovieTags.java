package io.mingshi.labels.media.movie;

import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What others noted in a movie header: titles, covers, places, and what no program but theirs understands.
public final class MovieTags {
    /// Chapters count in the time of the new file.
    private static final String CHAPTERS = "chpl";

    private MovieTags() {}

    /// The newly encoded file with the tags of the one it was made from, byte by byte. An encoder writes only the tags
    /// that it knows.
    ///
    /// @return the made file as it is if either has a form that is not handled here
    public static Source copied(Source original, Source made) throws IOException {
        try {
            return tagged(MovieFile.of(original), MovieFile.of(made));
        } catch (Unspliceable knownTagsOnly) {
            return made;
        }
    }

    private static Source tagged(MovieFile original, MovieFile made) throws IOException, Unspliceable {
        byte[] moov = made.header();
        Box root = Box.in(moov, 0, moov.length).getFirst();
        Optional<Box> old = root.child(moov, "udta");
        if (old.isEmpty()) {
            return made.file();
        }
        byte[] tags = tags(original.header(), moov, old.get());
        byte[] draft = header(moov, root, old.get(), tags, 0, 0);
        int growth = draft.length - moov.length;
        byte[] header = header(moov, root, old.get(), tags, made.moov().end(), growth);
        return Splice.replace(made.file(), made.moov().at(), made.moov().size(), header);
    }

    /// The boxes `udta` and `meta` of the original, with the chapters of the made one.
    private static byte[] tags(byte[] from, byte[] made, Box old) throws Unspliceable {
        ByteArrayOutputStream user = new ByteArrayOutputStream();
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        for (Box box : Box.in(from, 0, from.length).getFirst().children(from)) {
            if (box.type().equals("udta")) {
                children(user, from, box, false);
            } else if (box.type().equals("meta")) {
                beside.write(from, box.start(), box.end() - box.start());
            }
        }
        children(user, made, old, true);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(BoxWriter.box("udta", user.toByteArray()));
        all.writeBytes(beside.toByteArray());
        return all.toByteArray();
    }

    private static void children(ByteArrayOutputStream out, byte[] bytes, Box udta, boolean chapters)
            throws Unspliceable {
        for (Box box : udta.children(bytes)) {
            if (box.type().equals(CHAPTERS) == chapters) {
                out.write(bytes, box.start(), box.end() - box.start());
            }
        }
    }

    /// @param from places from here on move
    private static byte[] header(byte[] moov, Box root, Box old, byte[] tags, long from, long growth)
            throws Unspliceable {
        BoxWriter writer = new BoxWriter(moov);
        writer.replace(old, tags);
        root.child(moov, "meta").ifPresent(box -> writer.replace(box, new byte[0]));
        List<Box> tracks = root.children(moov).stream()
                .filter(box -> box.type().equals("trak"))
                .toList();
        for (Box track : tracks) {
            ChunkTable chunks = ChunkTable.of(moov, track.at(moov, "mdia", "minf", "stbl"));
            writer.replace(chunks.box(), chunks.moved(place -> place >= from ? place + growth : place));
        }
        return writer.written();
    }
}
