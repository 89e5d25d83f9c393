package io.mingshi.labels.media;

import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/// The programs inside the optional jar `org.bytedeco:ffmpeg`.
///
/// They are unpacked once, to the folder that the system property `org.bytedeco.javacpp.cachedir` names, or else to
/// `.javacpp/cache` in the home folder of the user who runs this: a place that no other user can write to.
final class BundledFfmpeg {
    private BundledFfmpeg() {}

    /// The program, if the jar for this system is on the class path.
    static Optional<Path> find(String program) {
        try {
            String path = Loader.load(
                    program.equals("ffprobe") ? org.bytedeco.ffmpeg.ffprobe.class : org.bytedeco.ffmpeg.ffmpeg.class);
            return Optional.ofNullable(path).map(Path::of);
        } catch (LinkageError noJarForThisSystem) {
            return Optional.empty();
        }
    }
}
