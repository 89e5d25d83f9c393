package io.mingshi.labels.container.image;

import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;
import static io.mingshi.labels.container.image.JpegSegments.APP0;
import static io.mingshi.labels.container.image.JpegSegments.APP1;
import static io.mingshi.labels.container.image.JpegSegments.APP11;
import static io.mingshi.labels.container.image.JpegSegments.APP2;
import static io.mingshi.labels.container.image.JpegSegments.COM;
import static io.mingshi.labels.container.image.JpegSegments.EXIF;
import static io.mingshi.labels.container.image.JpegSegments.EXTENDED_XMP;
import static io.mingshi.labels.container.image.JpegSegments.MULTI_PICTURE;
import static io.mingshi.labels.container.image.JpegSegments.XMP;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.Exif;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import io.mingshi.labels.container.image.JpegSegments.Segment;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// JPEG: the label is a property of the standard XMP packet in an APP1 segment.
///
/// Further pictures that a multi-picture index names stay; other bytes behind the end of the picture, which no viewer
/// shows, do not survive labelling.
public final class JpegContainer implements Container {
    /// A camera stores a picture, its preview and a depth or gain map; panoramas a few more.
    private static final int MAX_PICTURES = 16;

    /// A container; it has no state.
    public JpegContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        read(file, sightings, 0);
        return sightings;
    }

    private void read(Source file, Sightings sightings, int depth) throws IOException {
        JpegSegments jpeg = JpegSegments.read(file, sightings);
        for (Segment segment : jpeg.segments()) {
            if (jpeg.is(segment, APP1, XMP)) {
                Xmp.read(jpeg.after(segment, XMP), "JPEG APP1 XMP", Place.PRESCRIBED, sightings);
            } else if (jpeg.is(segment, APP1, EXIF)) {
                Exif.read(jpeg.after(segment, EXIF)).addTo(sightings, "JPEG APP1 EXIF");
            } else if (isSearched(jpeg, segment)) {
                GluedText.find(file, segment.data(), segment.length())
                        .ifPresent(found -> sightings.site(Place.MISPLACED, "JPEG " + name(segment), found));
            }
        }
        readExtension(jpeg, sightings);
        if (jpeg.end() > 0 && jpeg.end() < file.size()) {
            readTrailer(file, jpeg, sightings, depth);
        }
    }

    /// APP11 holds JUMBF, where a label is part of a manifest and is read with it.
    private static boolean isSearched(JpegSegments jpeg, Segment segment) throws IOException {
        return (segment.isApplication() || segment.marker() == COM)
                && segment.marker() != APP11
                && !jpeg.is(segment, APP1, EXTENDED_XMP);
    }

    private static String name(Segment segment) {
        return segment.marker() == COM ? "COM" : "APP" + (segment.marker() - APP0);
    }

    /// Without the four letters in its bytes an extension has no label, however long it is.
    private static void readExtension(JpegSegments jpeg, Sightings sightings) throws IOException {
        Optional<String> named = standard(jpeg).flatMap(ExtendedXmp::named);
        Optional<ExtendedXmp> whole = named.isPresent() ? ExtendedXmp.read(jpeg, named.get()) : Optional.empty();
        if (whole.isPresent()) {
            Xmp.read(whole.get().content(), "JPEG APP1 extended XMP", Place.MISPLACED, sightings);
            return;
        }
        for (Segment segment : jpeg.segments()) {
            if (jpeg.is(segment, APP1, EXTENDED_XMP) && mentionsLabel(jpeg.data(segment))) {
                sightings.unread("the extended XMP of the JPEG file cannot be put together");
                return;
            }
        }
    }

    private static boolean mentionsLabel(byte[] data) {
        return Bytes.latin1(data, 0, data.length).contains("AIGC");
    }

    private void readTrailer(Source file, JpegSegments jpeg, Sightings sightings, int depth) throws IOException {
        if (!hasFurtherPictures(file, jpeg) || depth >= MAX_PICTURES) {
            sightings.unread("bytes follow the end of the JPEG picture");
            GluedText.find(file, jpeg.end(), file.size() - jpeg.end())
                    .ifPresent(found -> sightings.site(Place.MISPLACED, "after the end marker", found));
            return;
        }
        Sightings inside = new Sightings();
        read(behind(file, jpeg), inside, depth + 1);
        inside.sites()
                .forEach(site -> sightings.site(Place.MISPLACED, "further picture, " + site.location(), site.text()));
        inside.flaws().forEach(flaw -> sightings.unread("a further picture in the file is damaged: " + flaw));
        inside.unread().forEach(sightings::unread);
    }

    private static Source behind(Source file, JpegSegments jpeg) {
        return Splice.builder().copy(file, jpeg.end(), file.size() - jpeg.end()).build();
    }

    static boolean hasFurtherPictures(Source file, JpegSegments jpeg) throws IOException {
        return index(jpeg).isPresent() && new Cursor(file).reads(jpeg.end(), "\u00FF\u00D8\u00FF");
    }

    private static Optional<Segment> index(JpegSegments jpeg) throws IOException {
        for (Segment segment : jpeg.segments()) {
            if (jpeg.is(segment, APP2, MULTI_PICTURE) && MultiPicture.isIndex(jpeg.after(segment, MULTI_PICTURE))) {
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> standard(JpegSegments jpeg) throws IOException {
        for (Segment segment : jpeg.segments()) {
            if (jpeg.is(segment, APP1, XMP)) {
                return Optional.of(jpeg.after(segment, XMP));
            }
        }
        return Optional.empty();
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        Sightings flaws = new Sightings();
        JpegSegments jpeg = JpegSegments.read(file, flaws);
        LabelPacket.requireSound(flaws);
        boolean further = hasFurtherPictures(file, jpeg);
        if (further && !read(behind(file, jpeg)).sites().isEmpty()) {
            throw UNSUPPORTED.with(
                    "a further picture inside the JPEG file carries a label of its own; take the pictures apart first");
        }
        Splice.Builder out = Splice.builder();
        long indexAt = writePicture(file, jpeg, json, out);
        long growth = out.length() - jpeg.end();
        if (!further) {
            return out.build();
        }
        Source labelled = out.copy(file, jpeg.end(), file.size() - jpeg.end()).build();
        return withIndex(labelled, jpeg, indexAt, growth);
    }

    /// Returns where the multi-picture index now starts.
    private static long writePicture(Source file, JpegSegments jpeg, String json, Splice.Builder out)
            throws IOException {
        Optional<byte[]> standard = standard(jpeg);
        Optional<String> named = standard.flatMap(ExtendedXmp::named);
        Optional<ExtendedXmp> extended = named.isPresent() ? ExtendedXmp.read(jpeg, named.get()) : Optional.empty();
        Set<Segment> manifest = jpeg.manifest();
        long behindHead = behindHead(jpeg);
        long copied = 0;
        long indexAt = 0;
        boolean placed = false;
        for (Segment segment : jpeg.segments()) {
            if (!placed && segment.from() >= behindHead) {
                out.copy(file, copied, behindHead - copied);
                JpegXmp.segments(standard, extended, json).forEach(out::insert);
                copied = behindHead;
                placed = true;
            }
            if (indexAt == 0 && jpeg.is(segment, APP2, MULTI_PICTURE)) {
                indexAt = out.length() + segment.data() - copied;
            }
            Optional<byte[]> changed = changed(jpeg, segment, extended, manifest);
            if (changed.isPresent()) {
                out.copy(file, copied, segment.from() - copied).insert(changed.get());
                copied = segment.end();
            }
        }
        out.copy(file, copied, jpeg.end() - copied);
        return indexAt;
    }

    /// JFIF and EXIF want to be first.
    private static long behindHead(JpegSegments jpeg) throws IOException {
        long behind = 2;
        for (Segment segment : jpeg.segments()) {
            if (segment.marker() != APP0 && !jpeg.is(segment, APP1, EXIF)) {
                break;
            }
            behind = segment.end();
        }
        return behind;
    }

    /// What is written for a segment, markers and all; nothing if it stays as it is.
    private static Optional<byte[]> changed(
            JpegSegments jpeg, Segment segment, Optional<ExtendedXmp> extended, Set<Segment> manifest)
            throws IOException {
        if (jpeg.is(segment, APP1, XMP) || manifest.contains(segment)) {
            return Optional.of(new byte[0]);
        }
        if (jpeg.is(segment, APP1, EXTENDED_XMP)) {
            boolean gone = extended.isPresent() || mentionsLabel(jpeg.data(segment));
            return gone ? Optional.of(new byte[0]) : Optional.empty();
        }
        if (jpeg.is(segment, APP1, EXIF)) {
            Exif exif = Exif.read(jpeg.after(segment, EXIF));
            return Optional.of(exif.isReadable() ? JpegXmp.segment(APP1, EXIF, exif.withoutLabels()) : new byte[0]);
        }
        if (!isSearched(jpeg, segment)) {
            return Optional.empty();
        }
        byte[] data = jpeg.data(segment);
        return AigcText.in(Bytes.latin1(data, 0, data.length)).isEmpty()
                ? Optional.empty()
                : Optional.of(JpegXmp.segment(segment.marker(), "", AigcText.blanked(data)));
    }

    static Source withIndex(Source labelled, JpegSegments jpeg, long indexAt, long growth) throws IOException {
        Segment index = index(jpeg).orElseThrow();
        byte[] before = jpeg.after(index, MULTI_PICTURE);
        long growthBefore = indexAt - index.data();
        byte[] moved = MultiPicture.moved(before, growth, growth - growthBefore);
        return Splice.replace(labelled, indexAt + MULTI_PICTURE.length(), moved.length, moved);
    }
}
