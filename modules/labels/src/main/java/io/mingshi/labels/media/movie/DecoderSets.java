package io.mingshi.labels.media.movie;

import io.mingshi.labels.container.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The parameter sets that a decoder of the film gets beforehand (box `avcC`, ISO/IEC 14496-15 clause 5.3.3).
///
/// @param head the first five bytes: version, profile, constraints, level, length of lengths
/// @param sequences sequence parameter sets
/// @param pictures picture parameter sets
/// @param tail what follows in high profiles
record DecoderSets(Head head, List<NalUnit> sequences, List<NalUnit> pictures, Tail tail) {
    private static final int MOST_SEQUENCES = 31;
    private static final int MOST_PICTURES = 255;
    private static final int LEVEL = 3;

    /// Bytes at the beginning.
    static final class Head {
        private final byte[] bytes;

        Head(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// Bytes at the end.
    static final class Tail {
        private final byte[] bytes;

        Tail(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    static DecoderSets of(byte[] moov, Box avcC) throws Unspliceable {
        Reader reader = new Reader(moov, avcC.body(), avcC.end());
        byte[] head = reader.take(5);
        List<NalUnit> sequences = reader.units(reader.take(1)[0] & 0x1F);
        List<NalUnit> pictures = reader.units(reader.take(1)[0] & 0xFF);
        return new DecoderSets(new Head(head), sequences, pictures, new Tail(reader.take(reader.end - reader.at)));
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int at;

        Reader(byte[] bytes, int from, int end) {
            this.bytes = bytes;
            this.at = from;
            this.end = end;
        }

        byte[] take(int length) throws Unspliceable {
            if (length > end - at) {
                throw new Unspliceable("the parameter sets of the film are not sound");
            }
            at += length;
            return Bytes.slice(bytes, at - length, length);
        }

        List<NalUnit> units(int count) throws Unspliceable {
            List<NalUnit> units = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] length = take(2);
                units.add(new NalUnit(take(Bytes.u16(length, 0))));
            }
            return units;
        }
    }

    /// How many bytes tell the length of a unit in a sample.
    int lengthBytes() {
        return (head.bytes[4] & 3) + 1;
    }

    /// The least number that no parameter set has.
    int freeNumber() throws Unspliceable {
        Set<Integer> taken = new HashSet<>();
        for (NalUnit unit : sequences) {
            taken.add(unit.number());
        }
        for (NalUnit unit : pictures) {
            taken.add(unit.number());
        }
        int number = 1;
        while (taken.contains(number)) {
            number++;
        }
        if (number > MOST_SEQUENCES || sequences.isEmpty() || pictures.isEmpty()) {
            throw new Unspliceable("the film has no parameter sets beforehand, or too many");
        }
        return number;
    }

    /// The box with one more set of each kind.
    byte[] with(NalUnit sequence, NalUnit picture) throws Unspliceable {
        if (sequences.size() == MOST_SEQUENCES || pictures.size() == MOST_PICTURES) {
            throw new Unspliceable("the film has too many parameter sets");
        }
        byte[] first = head.bytes.clone();
        first[LEVEL] = (byte) Math.max(first[LEVEL] & 0xFF, sequence.bytes()[LEVEL] & 0xFF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.write(0xE0 | (sequences.size() + 1));
        sequences.forEach(unit -> write(out, unit));
        write(out, sequence);
        out.write(pictures.size() + 1);
        pictures.forEach(unit -> write(out, unit));
        write(out, picture);
        out.writeBytes(tail.bytes);
        return BoxWriter.box("avcC", out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, NalUnit unit) {
        out.write(unit.bytes().length >> 8);
        out.write(unit.bytes().length);
        out.writeBytes(unit.bytes());
    }
}
