package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.util.Locale;

/// Pictures in ID3v2.2 tags, which name their format by three letters instead of a media type.
final class Id3Picture {
    private Id3Picture() {}

    /// The same picture as a frame of version 2.3.
    static Id3Frame converted(Id3Frame picture) throws IOException {
        if (picture.body().length() < 5) {
            throw MALFORMED.with("a picture in the ID3 tag is damaged; remove it before labelling");
        }
        byte[] head = picture.body().bytes(0, 4);
        String letters = Bytes.latin1(head, 1, 3).toLowerCase(Locale.ROOT);
        String type = letters.equals("-->") ? letters : "image/" + (letters.equals("jpg") ? "jpeg" : letters);
        Splice.Builder body = Splice.builder().insert(Bytes.slice(head, 0, 1)).insert(Bytes.latin1(type + "\0"));
        picture.body().after(4).appendTo(body);
        return new Id3Frame(Id3Writer.USUAL_VERSION, "APIC", 0, 0, Region.of(body.build()));
    }
}
