package io.mingshi.labels.media;

import io.mingshi.labels.audio.Mono;
import java.util.Arrays;
import java.util.BitSet;

/// What must be known of a whole sound before prompts can be put into it: how long and how loud it is, where it pauses,
/// and what its first and last seconds hold. Keeps a number for each tenth of a second and not the sound.
final class SoundSurvey implements SampleSink {
    /// How much is kept of the beginning and the end, where readers look for a prompt.
    static final int EDGE_SECONDS = 10;

    /// A pause is looked for so far from the middle, so that readers find the prompt again.
    static final int MIDDLE_SECONDS = 8;

    /// Louder than this counts as sound at all: -60 dB.
    private static final double AUDIBLE = 0.001;

    /// Parts softer than this share of the mean are not counted as programme: -10 dB (as in ITU-R BS.1770).
    private static final double GATE = 0.316;

    /// What is softer than this share of the programme is a pause: -20 dB.
    private static final double PAUSE = 0.1;

    private final int channels;
    private final int rate;
    private final float[] head;
    private final float[] tail;
    private float[] parts = new float[1024];
    private int partCount;
    private double energy;
    private int inPart;
    private long frames;

    SoundSurvey(int channels, int rate) {
        this.channels = channels;
        this.rate = rate;
        this.head = new float[EDGE_SECONDS * rate];
        this.tail = new float[EDGE_SECONDS * rate];
    }

    @Override
    public void put(float[] interleaved) {
        float[] mono = Mono.of(interleaved, channels);
        for (int frame = 0; frame < mono.length; frame++) {
            if (frames < head.length) {
                head[(int) frames] = mono[frame];
            }
            tail[(int) (frames % tail.length)] = mono[frame];
            frames++;
            count(interleaved, frame);
        }
    }

    private void count(float[] interleaved, int frame) {
        for (int channel = 0; channel < channels; channel++) {
            float sample = interleaved[frame * channels + channel];
            energy += sample * sample;
        }
        if (++inPart == Mono.part(rate)) {
            if (partCount == parts.length) {
                parts = Arrays.copyOf(parts, 2 * parts.length);
            }
            parts[partCount++] = (float) Math.sqrt(energy / inPart / channels);
            energy = 0;
            inPart = 0;
        }
    }

    long frames() {
        return frames;
    }

    float[] head() {
        return Arrays.copyOf(head, (int) Math.min(frames, head.length));
    }

    float[] tail() {
        if (frames <= tail.length) {
            return Arrays.copyOf(tail, (int) frames);
        }
        float[] ordered = new float[tail.length];
        int split = (int) (frames % tail.length);
        System.arraycopy(tail, split, ordered, 0, tail.length - split);
        System.arraycopy(tail, 0, ordered, tail.length - split, split);
        return ordered;
    }

    /// The loudness of the programme, without its pauses; 0 for silence.
    double loudness() {
        double all = mean(AUDIBLE);
        return all == 0 ? 0 : mean(Math.max(AUDIBLE, GATE * all));
    }

    private double mean(double gate) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < partCount; i++) {
            if (parts[i] > gate) {
                sum += parts[i] * parts[i];
                count++;
            }
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /// The frame nearest to the middle where the sound pauses; where it never does, the softest place near it.
    long middle() {
        int centre = partCount / 2;
        int reach = (int) Math.min(partCount / 3, MIDDLE_SECONDS * (long) rate / Mono.part(rate));
        BitSet pauses = new BitSet(partCount);
        double soft = Math.max(AUDIBLE, PAUSE * loudness());
        int softest = centre;
        for (int i = Math.max(0, centre - reach); i < Math.min(partCount, centre + reach); i++) {
            pauses.set(i, parts[i] <= soft);
            softest = parts[i] < parts[softest] ? i : softest;
        }
        int before = pauses.previousSetBit(centre);
        int behind = pauses.nextSetBit(centre);
        boolean none = before < 0 && behind < 0;
        boolean nearerBefore = behind < 0 || (before >= 0 && centre - before <= behind - centre);
        int part = none ? softest : nearerBefore ? before : behind;
        return Math.min(frames, (long) part * Mono.part(rate) + Mono.part(rate) / 2);
    }
}
