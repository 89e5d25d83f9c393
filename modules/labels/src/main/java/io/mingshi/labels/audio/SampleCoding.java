package io.mingshi.labels.audio;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

/// How a WAV file stores one sample, little-endian.
public enum SampleCoding {
    /// 8 bits, unsigned.
    UNSIGNED_8(1),
    SIGNED_16(2),
    SIGNED_24(3),
    SIGNED_32(4),
    FLOAT_32(4),
    FLOAT_64(8);

    private static final int PCM = 1;
    private static final int FLOAT = 3;

    private static final VarHandle SHORTS = view(short[].class);
    private static final VarHandle INTS = view(int[].class);
    private static final VarHandle FLOATS = view(float[].class);
    private static final VarHandle DOUBLES = view(double[].class);

    private final int bytes;

    SampleCoding(int bytes) {
        this.bytes = bytes;
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }

    /// The coding that a format chunk names.
    ///
    /// @param tag 1 for whole numbers, 3 for floating point
    public static Optional<SampleCoding> of(int tag, int bits) {
        return switch (bits) {
            case 8 -> tag == PCM ? Optional.of(UNSIGNED_8) : Optional.empty();
            case 16 -> tag == PCM ? Optional.of(SIGNED_16) : Optional.empty();
            case 24 -> tag == PCM ? Optional.of(SIGNED_24) : Optional.empty();
            case 32 -> tag == PCM ? Optional.of(SIGNED_32) : tag == FLOAT ? Optional.of(FLOAT_32) : Optional.empty();
            case 64 -> tag == FLOAT ? Optional.of(FLOAT_64) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// Bytes per sample.
    public int bytes() {
        return bytes;
    }

    /// The samples, -1 to 1.
    ///
    /// @param length in bytes
    public float[] decode(byte[] data, int length) {
        float[] samples = new float[length / bytes];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = get(data, i * bytes);
        }
        return samples;
    }

    /// The samples as they are stored; those that are too loud are cut off.
    public byte[] encode(float[] samples) {
        byte[] data = new byte[samples.length * bytes];
        for (int i = 0; i < samples.length; i++) {
            put(data, i * bytes, samples[i]);
        }
        return data;
    }

    private float get(byte[] data, int at) {
        return switch (this) {
            case UNSIGNED_8 -> ((data[at] & 0xFF) - 128) / 128f;
            case SIGNED_16 -> (short) SHORTS.get(data, at) / 32_768f;
            case SIGNED_24 -> ((data[at + 2] << 16) | ((data[at + 1] & 0xFF) << 8) | (data[at] & 0xFF)) / 8_388_608f;
            case SIGNED_32 -> (int) INTS.get(data, at) / 0x1p31f;
            case FLOAT_32 -> finite((float) FLOATS.get(data, at));
            case FLOAT_64 -> finite((float) (double) DOUBLES.get(data, at));
        };
    }

    private static float finite(float value) {
        return Float.isFinite(value) ? value : 0;
    }

    private void put(byte[] data, int at, float value) {
        switch (this) {
            case UNSIGNED_8 -> data[at] = (byte) (128 + whole(value, 128));
            case SIGNED_16 -> SHORTS.set(data, at, (short) whole(value, 32_768));
            case SIGNED_24 -> {
                int whole = (int) whole(value, 8_388_608);
                data[at] = (byte) whole;
                data[at + 1] = (byte) (whole >> 8);
                data[at + 2] = (byte) (whole >> 16);
            }
            case SIGNED_32 -> INTS.set(data, at, (int) whole(value, 2_147_483_648L));
            case FLOAT_32 -> FLOATS.set(data, at, value);
            case FLOAT_64 -> DOUBLES.set(data, at, (double) value);
        }
    }

    private static long whole(float value, long scale) {
        return Math.clamp(Math.round((double) value * scale), -scale, scale - 1);
    }
}
