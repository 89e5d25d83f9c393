package io.mingshi.labels;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.container.audio.WavFile;
import java.util.List;
import java.util.Optional;

/// Labels WAV: the rhythm prompt before the sound, then a chunk `AIGC` (GB 45438-2025 clause 5.3, TC260-PG-202510A).
final class WavLabeler implements FormatLabeler {
    @Override
    public MediaType type() {
        return MediaType.WAV;
    }

    @Override
    public byte[] write(byte[] content, AigcLabel label) {
        if (!MediaType.sniff(content).equals(Optional.of(MediaType.WAV))) {
            throw MALFORMED.with("the content is not a WAV file");
        }
        WavFile wav = WavFile.parse(content);
        List<String> flaws = wav.sightings().flaws();
        if (!flaws.isEmpty() && !wav.openEnded()) {
            throw MALFORMED.with("the sound cannot be labelled: " + flaws.getFirst());
        }
        WavSound sound = WavSound.of(wav)
                .orElseThrow(
                        () -> UNSUPPORTED.with(
                                "the WAV file is not integer PCM of 8, 16 or 24 bits with 1 to 8 channels; convert it before labelling"));
        return wav.with(sound.withRhythmPrompt(), label.toJson());
    }

    @Override
    public Optional<String> explicitFlaw(byte[] labelled) {
        return WavSound.of(WavFile.parse(labelled))
                        .filter(WavSound::startsWithRhythmPrompt)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("is not heard in the first seconds");
    }
}
