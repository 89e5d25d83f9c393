package io.mingshi.gateway.upstream.demo;

import io.mingshi.gateway.Media;
import io.mingshi.gateway.Prompt;
import io.mingshi.labels.MediaType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A text as a melody: one voiced tone for each character, a pause for each space. 16-bit mono PCM at 24 kHz.
final class Tones {
    private static final int RATE = 24_000;
    private static final double SECONDS_PER_CHARACTER = 0.07;
    private static final int MAX_CHARACTERS = 4_096;
    private static final int HEADER = 44;

    private Tones() {}

    static Media of(Prompt.Speech prompt) {
        int[] characters = prompt.text().codePoints().limit(MAX_CHARACTERS).toArray();
        int perCharacter = (int) (RATE * SECONDS_PER_CHARACTER / prompt.speed());
        double base = 110 + Math.floorMod(Painting.seed(voice(prompt), 0), 110);
        ByteBuffer wav = ByteBuffer.allocate(HEADER + 2 * perCharacter * characters.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        header(wav, 2 * perCharacter * characters.length);
        for (int character : characters) {
            voice(wav, character, base, perCharacter);
        }
        return new Media(MediaType.WAV, wav.array());
    }

    /// A sample changes the height of the melody: nothing is imitated here.
    private static String voice(Prompt.Speech prompt) {
        return prompt.sample()
                .map(sample -> prompt.voice() + sample.sound().bytes().length)
                .orElse(prompt.voice());
    }

    private static void header(ByteBuffer wav, int dataBytes) {
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + dataBytes);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
    }

    /// A tone with two overtones that swells and fades, its pitch on a pentatonic scale.
    private static void voice(ByteBuffer wav, int character, double base, int samples) {
        boolean silent = !Character.isLetterOrDigit(character);
        double pitch = base * Math.pow(2, Math.floorMod(character, 10) / 5.0);
        for (int i = 0; i < samples; i++) {
            double t = (double) i / RATE;
            double envelope = Math.sin(Math.PI * i / samples);
            double wave = Math.sin(Math.TAU * pitch * t)
                    + 0.5 * Math.sin(Math.TAU * 2 * pitch * t)
                    + 0.25 * Math.sin(Math.TAU * 3 * pitch * t);
            wav.putShort((short) (silent ? 0 : 9_000 * envelope * wave));
        }
    }
}
