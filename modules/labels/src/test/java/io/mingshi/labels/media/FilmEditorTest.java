package io.mingshi.labels.media;

import static io.mingshi.labels.media.Clips.madeFile;
import static io.mingshi.labels.media.Clips.picture;
import static io.mingshi.labels.media.Clips.together;
import static io.mingshi.labels.media.Clips.tone;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilmEditorTest {
    private final FilmEditor editor = new FilmEditor(() -> Clips.FFMPEG);
    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.temporary();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Source labelled(MediaType type, Source film) throws IOException {
        return editor.edit(type, film, ExplicitPolicy.STANDARD, Optional.empty(), workspace);
    }

    @Test
    void tryIt() throws IOException {
        Source film = workspace.open(madeFile(
                workspace,
                "mp4",
                together(picture(640, 360, "30", 4), tone(2, 44_100, 4)),
                "-c:v",
                "libopenh264",
                "-b:v",
                "800k",
                "-c:a",
                "aac"));
        assertThat(editor.perceive(MediaType.MP4, film, workspace)).isInstanceOf(Perceived.NotFound.class);
        long t0 = System.nanoTime();
        Source made = labelled(MediaType.MP4, film);
        System.out.println("XX " + (System.nanoTime() - t0) / 1e6);
        System.out.println("XX " + editor.perceive(MediaType.MP4, made, workspace));
        System.out.println("XX " + (System.nanoTime() - t0) / 1e6);
        System.out.println(
                "XX " + Clips.packets(workspace, film, "mp4", "a") + Clips.packets(workspace, made, "mp4", "a"));
        assertThat(Clips.times(workspace, film, "mp4")).isEqualTo(Clips.times(workspace, made, "mp4"));
        Files.copy(
                workspace.written(made, "mp4"),
                Path.of("/tmp/mff/try.mp4"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Source wm = editor.edit(
                MediaType.MP4,
                film,
                ExplicitPolicy.STANDARD,
                Optional.of((l, w, h, i) -> {
                    for (int k = 0; k < w * 20; k++) l[k] = (byte) i;
                }),
                workspace);
        System.out.println("XX " + editor.perceive(MediaType.MP4, wm, workspace));
        assertThat(Clips.times(workspace, film, "mp4")).isEqualTo(Clips.times(workspace, wm, "mp4"));
        System.out.println("XX " + Clips.packets(workspace, wm, "mp4", "a"));
        Files.copy(
                workspace.written(wm, "mp4"),
                Path.of("/tmp/mff/wm.mp4"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
