package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The frames of an H.264 film from its beginning to the first frame at or after a time from which the rest can be
/// decoded by itself.
///
/// New frames take the place of these: as many, shown at the same times. The parameter sets of the new frames get a
/// number that is free and stand beside those of the film, so that one description serves both and players notice
/// nothing. All other frames, sounds and tracks keep their bytes and times.
public final class FilmStart {
    /// Where in a film track it says what it is, and how its time counts.
    private static final int HANDLER = 8;

    private final MovieFile movie;
    private final byte[] moov;
    private final Box root;
    private final Box film;
    private final Box stbl;
    private final Box avcC;
    private final DecoderSets sets;
    private final SampleTable table;
    private final long begins;
    private final long clock;
    private final int count;

    private FilmStart(MovieFile movie, double seconds) throws IOException, Unspliceable {
        this.movie = movie;
        this.moov = movie.header();
        this.root = Box.in(moov, 0, moov.length).getFirst();
        requireKnownForm();
        this.film = film();
        this.stbl = film.at(moov, "mdia", "minf", "stbl");
        this.avcC = description(stbl.at(moov, "stsd"));
        this.sets = DecoderSets.of(moov, avcC);
        this.table = SampleTable.of(moov, stbl);
        this.clock = clock(film.at(moov, "mdia", "mdhd"));
        this.begins = begins();
        this.count = table.nextStart(begins + (long) Math.ceil(seconds * clock))
                .orElseThrow(() -> new Unspliceable("the film has no key frame behind its beginning"));
        requireKeyFrame();
    }

    /// The beginning up to this time or a little later.
    ///
    /// @throws Unspliceable if the file has another form than is handled here
    public static FilmStart of(Source file, double seconds) throws IOException, Unspliceable {
        return new FilmStart(MovieFile.of(file), seconds);
    }

    private void requireKnownForm() throws Unspliceable {
        String all = Bytes.latin1(moov, 0, moov.length);
        for (String unknown : List.of("mvex", "saio", "iloc", "stz2", "encv")) {
            if (all.contains(unknown)) {
                throw new Unspliceable("the movie header may hold a box " + unknown);
            }
        }
    }

    private Box film() throws Unspliceable {
        List<Box> films = new ArrayList<>();
        for (Box track : StartHeader.tracks(moov, root)) {
            Box handler = track.at(moov, "mdia", "hdlr");
            if (handler.end() - handler.body() >= 12
                    && Bytes.latin1(moov, handler.body() + HANDLER, 4).equals("vide")) {
                films.add(track);
            }
        }
        if (films.size() != 1) {
            throw new Unspliceable("the file has " + films.size() + " films");
        }
        return films.getFirst();
    }

    private Box description(Box stsd) throws Unspliceable {
        List<Box> entries = stsd.children(moov);
        if (entries.size() != 1 || !entries.getFirst().type().equals("avc1")) {
            throw new Unspliceable("the film is not plain H.264");
        }
        return entries.getFirst().at(moov, "avcC");
    }

    private long clock(Box mdhd) throws Unspliceable {
        int at = mdhd.body() + (moov[mdhd.body()] == 0 ? 12 : 20);
        if (at + 4 > mdhd.end() || Bytes.u32(moov, at) == 0) {
            throw new Unspliceable("the film has no clock");
        }
        return Bytes.u32(moov, at);
    }

    /// The time of the film that is shown first: the edit list may leave out some before it.
    private long begins() throws Unspliceable {
        if (film.child(moov, "edts").isEmpty()) {
            return table.shownInOrder(1)[0];
        }
        Box elst = film.at(moov, "edts", "elst");
        boolean wide = moov[elst.body()] == 1;
        int entry = wide ? 20 : 12;
        int entries = elst.count(moov, 4, entry);
        long begins = -1;
        for (int i = 0; i < entries; i++) {
            int at = elst.body() + 8 + entry * i + (wide ? 8 : 4);
            long time = wide ? (Bytes.u32(moov, at) << 32) | Bytes.u32(moov, at + 4) : (int) Bytes.u32(moov, at);
            boolean plain = Bytes.u32(moov, at + (wide ? 8 : 4)) == 1 << 16;
            if (begins >= 0 || !plain) {
                throw new Unspliceable("the film is cut by its edit list");
            }
            begins = time;
        }
        if (begins < 0) {
            throw new Unspliceable("the edit list shows nothing of the film");
        }
        return begins;
    }

    /// The frame behind the beginning must forget all before it: every unit of its picture is a key slice.
    private void requireKeyFrame() throws IOException, Unspliceable {
        byte[] sample = movie.file().bytes(table.place[count], table.size[count]);
        boolean key = false;
        for (int at = 0; at + sets.lengthBytes() < sample.length; ) {
            int length = 0;
            for (int i = 0; i < sets.lengthBytes(); i++) {
                length = (length << 8) | (sample[at + i] & 0xFF);
            }
            int type = sample[at + sets.lengthBytes()] & 0x1F;
            key |= type == NalUnit.KEY_SLICE;
            if (type == NalUnit.SLICE || length < 0 || length > sample.length - at - sets.lengthBytes()) {
                throw new Unspliceable("the frame behind the beginning is no key frame");
            }
            at += sets.lengthBytes() + length;
        }
        if (!key) {
            throw new Unspliceable("the frame behind the beginning is no key frame");
        }
    }

    /// How many frames the beginning has.
    public int count() {
        return count;
    }

    /// How many frames the film has.
    public int all() {
        return table.count;
    }

    /// How many frames of the beginning are shown; those before it the edit list leaves out.
    public int shown() {
        return count - shownBefore(0);
    }

    /// How many frames are shown before a time, those included that the edit list leaves out.
    public int shownBefore(double seconds) {
        long time = begins + (long) Math.ceil(seconds * clock);
        int shown = 0;
        for (long at : table.shownInOrder(count)) {
            shown += at < time ? 1 : 0;
        }
        return shown;
    }

    /// When the rest begins, in seconds of the film.
    public double seconds() {
        return (double) (table.shown(count) - begins) / clock;
    }

    /// The file with new frames in the place of the beginning.
    ///
    /// @param stream H.264 with start codes: as many frames, in the order in which they are shown, coded without
    ///     arithmetic coding
    public Source with(byte[] stream) throws Unspliceable {
        HeadFrames frames = HeadFrames.of(stream, sets);
        if (frames.count() != count) {
            throw new Unspliceable("the encoder made " + frames.count() + " frames of " + count);
        }
        byte[] samples = frames.samples();
        StartHeader header = new StartHeader(moov, root, film, stbl, table, frames);
        byte[] draft = header.written(avcC, place -> place, 0);
        Rearrangement to = new Rearrangement(movie, ranges(), samples.length, draft.length - moov.length);
        return to.spliced(header.written(avcC, to::moved, to.samplesAt()), samples);
    }

    private List<Rearrangement.Range> ranges() throws Unspliceable {
        List<Rearrangement.Range> sorted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sorted.add(new Rearrangement.Range(table.place[i], table.place[i] + Integer.toUnsignedLong(table.size[i])));
        }
        sorted.sort(Comparator.comparingLong(Rearrangement.Range::from));
        List<Rearrangement.Range> merged = new ArrayList<>();
        for (Rearrangement.Range range : sorted) {
            if (!merged.isEmpty() && merged.getLast().end() > range.from()) {
                throw new Unspliceable("frames of the film overlap");
            }
            if (!merged.isEmpty() && merged.getLast().end() == range.from()) {
                merged.set(
                        merged.size() - 1,
                        new Rearrangement.Range(merged.getLast().from(), range.end()));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }
}
