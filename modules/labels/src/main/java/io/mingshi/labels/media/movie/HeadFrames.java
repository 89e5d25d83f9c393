package io.mingshi.labels.media.movie;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// New frames for the beginning of a film, in the order in which they are decoded and shown.
final class HeadFrames {
    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
    private final List<Integer> sizes = new ArrayList<>();
    private final BitSet sync = new BitSet();
    private final DecoderSets sets;
    private final int number;
    private Optional<NalUnit> sequence = Optional.empty();
    private Optional<NalUnit> picture = Optional.empty();

    private HeadFrames(DecoderSets sets) throws Unspliceable {
        this.sets = sets;
        this.number = sets.freeNumber();
    }

    /// Cuts what the encoder made into frames and numbers its parameter sets so that those of the film stay.
    ///
    /// @param stream H.264 with start codes, without arithmetic coding and without frames out of order
    static HeadFrames of(byte[] stream, DecoderSets sets) throws Unspliceable {
        HeadFrames frames = new HeadFrames(sets);
        for (NalUnit unit : NalUnit.ofStream(stream)) {
            frames.take(unit);
        }
        if (frames.sequence.isEmpty() || frames.picture.isEmpty() || !frames.sync.get(0)) {
            throw new Unspliceable("the encoder made no film that begins by itself");
        }
        return frames;
    }

    private void take(NalUnit unit) throws Unspliceable {
        switch (unit.type()) {
            case NalUnit.SEQUENCE_SET -> sequence = Optional.of(same(sequence, unit.numbered(number)));
            case NalUnit.PICTURE_SET -> {
                if (unit.isArithmetic()) {
                    throw new Unspliceable("the encoder used arithmetic coding");
                }
                picture = Optional.of(same(picture, unit.numbered(number)));
            }
            case NalUnit.SLICE, NalUnit.KEY_SLICE -> slice(unit);
            default -> {} // Delimiters and remarks are left out.
        }
    }

    private static NalUnit same(Optional<NalUnit> before, NalUnit now) throws Unspliceable {
        if (before.isPresent() && !Arrays.equals(before.get().bytes(), now.bytes())) {
            throw new Unspliceable("the encoder changed its parameters on the way");
        }
        return now;
    }

    private void slice(NalUnit unit) throws Unspliceable {
        if (unit.beginsPicture()) {
            sync.set(sizes.size(), unit.type() == NalUnit.KEY_SLICE);
            sizes.add(0);
        }
        if (sizes.isEmpty()) {
            throw new Unspliceable("the encoder began in the middle of a frame");
        }
        byte[] numbered = unit.numbered(number).bytes();
        for (int i = sets.lengthBytes() - 1; i >= 0; i--) {
            samples.write(numbered.length >>> (8 * i));
        }
        if (sets.lengthBytes() < 4 && numbered.length >>> (8 * sets.lengthBytes()) > 0) {
            throw new Unspliceable("a frame is longer than the film's fields for lengths can tell");
        }
        samples.writeBytes(numbered);
        sizes.set(sizes.size() - 1, sizes.getLast() + sets.lengthBytes() + numbered.length);
    }

    int count() {
        return sizes.size();
    }

    int size(int frame) {
        return sizes.get(frame);
    }

    boolean isSync(int frame) {
        return sync.get(frame);
    }

    byte[] samples() {
        return samples.toByteArray();
    }

    /// The film's `avcC` box with the sets of these frames beside its own.
    byte[] configuration() throws Unspliceable {
        return sets.with(sequence.orElseThrow(), picture.orElseThrow());
    }
}
