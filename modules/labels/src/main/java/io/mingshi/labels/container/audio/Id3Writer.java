package io.mingshi.labels.container.audio;

import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.source.Splice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes ID3v2 tags: version 2.3 or 2.4, without unsynchronisation and extended header, which no player needs.
final class Id3Writer {
    /// The version that most players read.
    static final int USUAL_VERSION = 3;

    private static final long LONGEST = (1 << 28) - 1;

    /// Frames of version 2.2 whose bodies are the same in 2.3, under their new names; those of iTunes included.
    private static final Map<String, String> NAMES = names(
            "BUF RBUF CNT PCNT COM COMM CRA AENC EQU EQUA ETC ETCO GEO GEOB IPL IPLS MCI MCDI MLL MLLT POP POPM REV RVRB",
            "RVA RVAD SLT SYLT STC SYTC TAL TALB TBP TBPM TCM TCOM TCO TCON TCR TCOP TDA TDAT TDY TDLY TEN TENC TFT TFLT",
            "TIM TIME TKE TKEY TLA TLAN TLE TLEN TMT TMED TOA TOPE TOF TOFN TOL TOLY TOR TORY TOT TOAL TP1 TPE1 TP2 TPE2",
            "TP3 TPE3 TP4 TPE4 TPA TPOS TPB TPUB TRC TSRC TRD TRDA TRK TRCK TSI TSIZ TSS TSSE TT1 TIT1 TT2 TIT2 TT3 TIT3",
            "TXT TEXT TXX TXXX TYE TYER UFI UFID ULT USLT WAF WOAF WAR WOAR WAS WOAS WCM WCOM WCP WCOP WPB WPUB WXX WXXX",
            "TCP TCMP TS2 TSO2 TSA TSOA TSC TSOC TSP TSOP TST TSOT PCS PCST TCT TCAT TDS TDES TID TGID TKW TKWD WFD WFED");

    private Id3Writer() {}

    private static Map<String, String> names(String... lines) {
        List<String> words = List.of(String.join(" ", lines).split(" ", -1));
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            names.put(words.get(i), words.get(i + 1));
        }
        return Map.copyOf(names);
    }

    /// The version in which a tag of this version is written.
    static int versionFor(int version) {
        return version == 4 ? 4 : USUAL_VERSION;
    }

    /// A tag with these frames, padded with zeros to a length if it is shorter.
    static Region tag(int version, List<Id3Frame> frames, long atLeast) throws IOException {
        Splice body = body(version, frames);
        long padding = Math.max(0, atLeast - Id3Tag.HEADER - body.size());
        return Region.of(Splice.builder()
                .insert(header("ID3", version, 0, body.size() + padding))
                .copy(body, 0, body.size())
                .copy(Zeros.OF_A_TAG, 0, padding)
                .build());
    }

    /// A tag of version 2.4 that is found from its end.
    static Region tagWithFooter(List<Id3Frame> frames) throws IOException {
        Splice body = body(4, frames);
        return Region.of(Splice.builder()
                .insert(header("ID3", 4, Id3Tag.FOOTER, body.size()))
                .copy(body, 0, body.size())
                .insert(header("3DI", 4, Id3Tag.FOOTER, body.size()))
                .build());
    }

    private static Splice body(int version, List<Id3Frame> frames) throws IOException {
        Splice.Builder body = Splice.builder();
        for (Id3Frame frame : frames) {
            append(body, version, frame.version() == 2 ? renamed(frame) : frame);
        }
        return body.build();
    }

    private static byte[] header(String name, int version, int flags, long size) {
        if (size > LONGEST) {
            throw TOO_LARGE.with("the ID3 tag would be longer than 256 MiB; remove pictures from it before labelling");
        }
        return ByteBuffer.allocate(Id3Tag.HEADER)
                .put(Bytes.latin1(name))
                .put((byte) version)
                .put((byte) 0)
                .put((byte) flags)
                .putInt(syncsafe(size))
                .array();
    }

    private static void append(Splice.Builder tag, int version, Id3Frame frame) {
        long length = frame.body().length();
        if (length > LONGEST) {
            throw TOO_LARGE.with("a frame of the ID3 tag is longer than 256 MiB; remove it before labelling");
        }
        tag.insert(ByteBuffer.allocate(Id3Tag.HEADER)
                .put(Bytes.latin1(frame.id()))
                .putInt(version == 4 ? syncsafe(length) : (int) length)
                .put((byte) frame.status())
                .put((byte) frame.format())
                .array());
        frame.body().appendTo(tag);
    }

    private static int syncsafe(long number) {
        return (int)
                ((number & 0xFE0_0000) << 3 | (number & 0x1F_C000) << 2 | (number & 0x3F80) << 1 | (number & 0x7F));
    }

    private static Id3Frame renamed(Id3Frame frame) throws IOException {
        if (frame.id().equals("PIC")) {
            return Id3Picture.converted(frame);
        }
        String name = NAMES.get(frame.id());
        if (name == null) {
            throw UNSUPPORTED.with("the ID3v2.2 tag has a frame that ID3v2.3 does not know;"
                    + " convert the tag with a tag editor before labelling");
        }
        return new Id3Frame(USUAL_VERSION, name, 0, 0, frame.body());
    }
}
