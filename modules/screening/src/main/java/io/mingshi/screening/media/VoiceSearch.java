package io.mingshi.screening.media;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;

/// Listens for a human voice in a sound or in what a film lets hear, piece by piece, so that a voice amid other sounds
/// is heard too.
public final class VoiceSearch {
    /// Longer sounds are not listened to, so that nothing hides behind what was heard.
    public static final int MOST_SECONDS = 120;

    static final int RATE = 8_000;
    private static final int PIECE = 10 * RATE;
    private static final int STEP = PIECE / 2;
    private static final int HEADER = 44;

    private VoiceSearch() {}

    /// @throws UnscreenableException when it cannot be decoded, or is longer than [#MOST_SECONDS]
    public static boolean hears(MediaType type, byte[] media) {
        try (OpenedFile opened = OpenedFile.of(type, media)) {
            if (!opened.hasSound()) {
                return false;
            }
            byte[] wav = Files.readAllBytes(opened.sound(RATE, "-t", Integer.toString(MOST_SECONDS + 1)));
            float[] samples = samples(wav);
            if (samples.length > MOST_SECONDS * RATE) {
                throw UnscreenableException.content(
                        "a sound of more than " + MOST_SECONDS + " seconds is not listened to: send a shorter one",
                        null);
            }
            return hears(samples);
        } catch (LabelException e) {
            throw UnscreenableException.content(e.sentence(), e);
        } catch (IOException e) {
            throw UnscreenableException.check("the sound cannot be unpacked", e);
        }
    }

    /// @param samples one channel of [#RATE] samples a second
    static boolean hears(float[] samples) {
        for (int from = 0; from == 0 || from + STEP < samples.length; from += STEP) {
            float[] piece = Arrays.copyOfRange(samples, from, Math.min(samples.length, from + PIECE));
            if (VoiceDetector.hears(piece, RATE)) {
                return true;
            }
        }
        return false;
    }

    static float[] samples(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        float[] samples = new float[Math.max(0, wav.length - HEADER) / Short.BYTES];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(HEADER + Short.BYTES * i) / 32_768f;
        }
        return samples;
    }
}
