package io.mingshi.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A calculated voice: it is nobody's and says nothing, and detectors hear it all the same.
public final class DrawnVoice {
    private static final int RATE = 16_000;
    private static final int HEADER = 44;
    private static final double PITCH = 150;
    private static final double SYLLABLES_A_SECOND = 3;

    private DrawnVoice() {}

    /// Glides in syllables, as people speak.
    public static byte[] speaking(int seconds) {
        return wav(seconds, true);
    }

    /// A tone that stands still, as no voice does.
    public static byte[] humming(int seconds) {
        return wav(seconds, false);
    }

    private static byte[] wav(int seconds, boolean gliding) {
        int samples = RATE * seconds;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        header(wav, 2 * samples);
        double phase = 0;
        for (int i = 0; i < samples; i++) {
            double time = (double) i / RATE;
            phase += (gliding ? PITCH + 40 * Math.sin(2 * Math.PI * 1.1 * time) : PITCH) / RATE;
            boolean silent = time * SYLLABLES_A_SECOND % 1 > 0.7;
            double pulse = silent ? 0 : Math.exp(-12 * (phase % 1)) - 0.08;
            wav.putShort((short) (pulse * Short.MAX_VALUE / 2));
        }
        return wav.array();
    }

    /// 16-bit PCM of one channel.
    private static void header(ByteBuffer wav, int bytes) {
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    }
}
