package io.mingshi.labels.watermark.sound;

import java.util.List;

/// What may happen to a sound on its way, as options of ffmpeg.
///
/// @param ending of the file it is written to
record Attack(String name, String ending, List<String> options) {
    static List<Attack> all(int rate) {
        return List.of(
                to("none (16-bit WAV)", "wav"),
                to("MP3 128 kbit/s", "mp3", "-b:a", "128k"),
                to("MP3 64 kbit/s", "mp3", "-b:a", "64k"),
                to("AAC 64 kbit/s", "m4a", "-c:a", "aac", "-b:a", "64k"),
                to("Opus 32 kbit/s", "ogg", "-c:a", "libopus", "-b:a", "32k"),
                to("Opus 24 kbit/s, mono", "ogg", "-ac", "1", "-c:a", "libopus", "-b:a", "24k"),
                to("resampled to 22.05 kHz", "wav", "-ar", "22050"),
                to("resampled to 16 kHz", "wav", "-ar", "16000"),
                to(
                        "telephone: 8 kHz, mu-law, 300 to 3400 Hz",
                        "wav",
                        "-af",
                        "highpass=f=300,lowpass=f=3400",
                        "-ar",
                        "8000",
                        "-ac",
                        "1",
                        "-c:a",
                        "pcm_mulaw"),
                to("first 1.234 s cut off", "wav", "-ss", "1.234"),
                to("first 3.21 s cut off, MP3 64 kbit/s", "mp3", "-ss", "3.21", "-b:a", "64k"),
                to("only 5 s left", "wav", "-ss", "2.5", "-t", "5"),
                to("only 3 s left", "wav", "-ss", "2.5", "-t", "3"),
                to("volume 0.1", "wav", "-af", "volume=0.1"),
                to("tempo 0.95, pitch kept", "wav", "-af", "atempo=0.95"),
                to("tempo 1.03, pitch kept", "wav", "-af", "atempo=1.03"),
                to("tempo 1.05, pitch kept", "wav", "-af", "atempo=1.05"),
                to("tempo 1.05, pitch kept, MP3 64 kbit/s", "mp3", "-af", "atempo=1.05", "-b:a", "64k"),
                to("speed 0.95", "wav", "-af", speed(rate, 0.95)),
                to("speed 1.03", "wav", "-af", speed(rate, 1.03)),
                to("speed 1.05", "wav", "-af", speed(rate, 1.05)),
                to("speed 1.05, MP3 64 kbit/s", "mp3", "-af", speed(rate, 1.05), "-b:a", "64k"),
                to("echo 60 ms, 0.3", "wav", "-af", "aecho=0.9:0.9:60:0.3"),
                to("dynamic compression 4:1", "wav", "-af", "acompressor=threshold=0.1:ratio=4:makeup=2"),
                to("bass +6 dB, treble -6 dB", "wav", "-af", "bass=g=6,treble=g=-6"));
    }

    private static Attack to(String name, String ending, String... options) {
        return new Attack(name, ending, List.of(options));
    }

    private static String speed(int rate, double factor) {
        return "asetrate=" + Math.round(rate * factor) + ",aresample=" + rate;
    }
}
