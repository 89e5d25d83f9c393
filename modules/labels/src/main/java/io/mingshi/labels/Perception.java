package io.mingshi.labels;

import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.document.DocumentEditor;
import io.mingshi.labels.image.MarkFinder;
import io.mingshi.labels.image.PictureEditor;
import io.mingshi.labels.media.FfmpegProgram;
import io.mingshi.labels.media.FilmEditor;
import io.mingshi.labels.media.SoundEditor;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import io.mingshi.labels.watermark.WatermarkKey;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// What people perceive of a file: puts the explicit label and the watermark into it, and finds them again.
final class Perception {
    /// A watermark is repeated; this much of a sound or film is searched for it.
    private static final int SEARCHED_SECONDS = 60;

    private final MediaType type;
    private final Workspace workspace;

    /// What was found in a file.
    ///
    /// @param searched whether a watermark was looked for
    record Seen(Perceived explicit, boolean searched, OptionalLong watermark, Optional<String> pixels) {
        static final Seen NOTHING = new Seen(
                new Perceived.NotChecked("the file is damaged"), false, OptionalLong.empty(), Optional.empty());
    }

    Perception(MediaType type, Workspace workspace) {
        this.type = type;
        this.workspace = workspace;
    }
}
