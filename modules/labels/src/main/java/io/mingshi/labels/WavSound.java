package io.mingshi.labels;

import io.mingshi.labels.audio.PcmFormat;
import io.mingshi.labels.audio.RhythmDetector;
import io.mingshi.labels.audio.RhythmPrompt;
import io.mingshi.labels.container.audio.WavFile;
import java.util.Optional;

/// The samples of a WAV file whose coding is understood here.
final class WavSound {
    private final PcmFormat format;
    private final byte[] data;

    private WavSound(PcmFormat format, byte[] data) {
        this.format = format;
        this.data = data;
    }

    static Optional<WavSound> of(WavFile wav) {
        return wav.format()
                .filter(format -> format.tag() == WavFile.Format.PCM)
                .filter(format -> PcmFormat.isKnown(format.channels(), format.rate(), format.bits()))
                .map(format ->
                        new WavSound(new PcmFormat(format.channels(), (int) format.rate(), format.bits()), wav.data()));
    }

    boolean hasRhythmPrompt() {
        return RhythmDetector.find(format, data);
    }

    boolean startsWithRhythmPrompt() {
        return RhythmDetector.atStart(format, data);
    }

    byte[] withRhythmPrompt() {
        return startsWithRhythmPrompt() ? data : RhythmPrompt.before(data, format);
    }
}
