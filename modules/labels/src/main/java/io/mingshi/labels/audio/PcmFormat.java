package io.mingshi.labels.audio;

/// Interleaved integer PCM as WAV stores it: little-endian, 8 bits unsigned, 16 and 24 bits signed.
///
/// @param channels 1 to 8
/// @param rate frames per second, 2,000 to 384,000
/// @param bits per sample, 8, 16 or 24
public record PcmFormat(int channels, int rate, int bits) {
    /// Below this rate the prompt's tone cannot be represented well.
    private static final int LOWEST_RATE = 2_000;

    private static final int HIGHEST_RATE = 384_000;
    private static final int MOST_CHANNELS = 8;

    /// Whether sound of this form is handled here.
    public static boolean isKnown(int channels, long rate, int bits) {
        return channels >= 1
                && channels <= MOST_CHANNELS
                && rate >= LOWEST_RATE
                && rate <= HIGHEST_RATE
                && (bits == 8 || bits == 16 || bits == 24);
    }

    int frameBytes() {
        return channels * bits / 8;
    }

    int frames(byte[] data) {
        return data.length / frameBytes();
    }

    /// The mean of all channels of one frame, -1 to 1.
    float mono(byte[] data, int frame) {
        int bytes = bits / 8;
        float sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += sample(data, frame * frameBytes() + channel * bytes);
        }
        return sum / channels;
    }

    private float sample(byte[] data, int at) {
        return switch (bits) {
            case 8 -> ((data[at] & 0xFF) - 128) / 128f;
            case 16 -> ((data[at + 1] << 8) | (data[at] & 0xFF)) / 32_768f;
            default -> ((data[at + 2] << 16) | ((data[at + 1] & 0xFF) << 8) | (data[at] & 0xFF)) / 8_388_608f;
        };
    }

    void put(byte[] data, int frame, double value) {
        int bytes = bits / 8;
        for (int channel = 0; channel < channels; channel++) {
            int at = frame * frameBytes() + channel * bytes;
            if (bits == 8) {
                data[at] = (byte) (128 + Math.round(value * 127));
            } else {
                long scaled = Math.round(value * ((1 << (bits - 1)) - 1));
                for (int i = 0; i < bytes; i++) {
                    data[at + i] = (byte) (scaled >> (8 * i));
                }
            }
        }
    }
}
