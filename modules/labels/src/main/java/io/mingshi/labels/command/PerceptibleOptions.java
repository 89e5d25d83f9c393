package io.mingshi.labels.command;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.audio.VoicePrompt;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How the explicit label looks.
final class PerceptibleOptions {
    @Option(
            names = "--explicit",
            paramLabel = "PLACE",
            defaultValue = "bottom-right",
            description = "corner of pictures and films, or none: ${COMPLETION-CANDIDATES}. None is for files that"
                    + " show a label already, whose user took over the duty to label, or whose format takes"
                    + " metadata only")
    private Mark mark = Mark.BOTTOM_RIGHT;

    @Option(
            names = "--places",
            split = ",",
            defaultValue = "start",
            description = "in texts and sounds: start, middle, end")
    private Set<ExplicitPolicy.Place> places = EnumSet.of(ExplicitPolicy.Place.START);

    @Option(names = "--whole-film", description = "show the label during the whole film, not only its beginning")
    private boolean wholeFilm;

    @Option(
            names = "--voice-prompt",
            paramLabel = "WAV",
            description = "a recording of a spoken notice, in the place of the rhythm")
    @Nullable
    private Path voicePrompt;

    @Option(
            names = "--voice-words",
            paramLabel = "TEXT",
            description = "what the recording says; needed with --voice-prompt, and checked against its length")
    @Nullable
    private String voiceWords;

    /// @throws io.mingshi.labels.LabelException ILLEGIBLE if the recording is no notice at normal speed
    ExplicitPolicy policy() throws IOException {
        if (voicePrompt != null) {
            requireLawful(voicePrompt);
        }
        return mark.corner()
                .map(corner -> new ExplicitPolicy(places, corner, wholeFilm, Optional.ofNullable(voicePrompt), false))
                .orElse(ExplicitPolicy.NONE);
    }

    private void requireLawful(Path recording) throws IOException {
        if (voiceWords == null) {
            throw new IOException("say with --voice-words what the recording says: it needs 人工智能 or AI, and 生成 or 合成");
        }
        try (FileChannel wav = FileChannel.open(recording)) {
            VoicePrompt.of(voiceWords, Source.of(wav));
        }
    }

    /// Where pictures and films show the label.
    private enum Mark {
        BOTTOM_RIGHT,
        BOTTOM_LEFT,
        TOP_RIGHT,
        TOP_LEFT,
        NONE;

        Optional<ExplicitPolicy.Corner> corner() {
            return this == NONE ? Optional.empty() : Optional.of(ExplicitPolicy.Corner.valueOf(name()));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
