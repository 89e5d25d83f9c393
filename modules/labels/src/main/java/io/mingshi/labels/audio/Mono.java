package io.mingshi.labels.audio;

/// Sound of one channel, -1 to 1.
public final class Mono {
    /// Parts of a sound this long are loud or soft; a tenth of a second.
    private static final int PARTS_PER_SECOND = 10;

    /// Zero crossings of the resampling kernel on each side.
    private static final int KERNEL = 12;

    private Mono() {}

    /// The mean of all channels.
    ///
    /// @param interleaved whole frames
    public static float[] of(float[] interleaved, int channels) {
        float[] mono = new float[interleaved.length / channels];
        for (int frame = 0; frame < mono.length; frame++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += interleaved[frame * channels + channel];
            }
            mono[frame] = sum / channels;
        }
        return mono;
    }

    /// The same in each of some channels, with silence around.
    ///
    /// @param before frames of silence
    /// @param behind frames of silence
    public static float[] spread(float[] mono, int channels, int before, int behind) {
        float[] interleaved = new float[(before + mono.length + behind) * channels];
        for (int frame = 0; frame < mono.length; frame++) {
            for (int channel = 0; channel < channels; channel++) {
                interleaved[(before + frame) * channels + channel] = mono[frame];
            }
        }
        return interleaved;
    }

    static double peak(float[] mono) {
        float peak = 0;
        for (float sample : mono) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    static float[] scaled(float[] mono, double gain) {
        float[] scaled = new float[mono.length];
        for (int i = 0; i < mono.length; i++) {
            scaled[i] = (float) (mono[i] * gain);
        }
        return scaled;
    }

    static double loudness(float[] mono) {
        double sum = 0;
        for (float sample : mono) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, mono.length));
    }

    /// How many frames of a rate one part of loudness takes.
    public static int part(int rate) {
        return rate / PARTS_PER_SECOND;
    }

    /// The same sound with another number of frames per second, by a sinc under a cosine window.
    static float[] resampled(float[] mono, int from, int to) {
        if (from == to) {
            return mono;
        }
        double step = (double) from / to;
        double cutoff = Math.min(1, 1 / step);
        int reach = (int) Math.ceil(KERNEL / cutoff);
        float[] out = new float[(int) (mono.length / step)];
        for (int i = 0; i < out.length; i++) {
            double centre = i * step;
            int first = Math.max(0, (int) centre - reach + 1);
            int last = Math.min(mono.length - 1, (int) centre + reach);
            double sum = 0;
            for (int j = first; j <= last; j++) {
                sum += mono[j] * kernel((j - centre) * cutoff);
            }
            out[i] = (float) (sum * cutoff);
        }
        return out;
    }

    private static double kernel(double x) {
        if (Math.abs(x) >= KERNEL) {
            return 0;
        }
        double window = 0.5 + 0.5 * Math.cos(Math.PI * x / KERNEL);
        return Math.abs(x) < 1e-9 ? 1 : window * Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
