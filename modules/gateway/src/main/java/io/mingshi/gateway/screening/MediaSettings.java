package io.mingshi.gateway.screening;

import io.mingshi.screening.media.ClassifierSettings.Activation;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What pictures, sounds and films are screened with; without any of it there is no verdict on them.
@ConfigMapping(prefix = "mingshi.gateway.media")
interface MediaSettings {
    /// The longest that one picture, or one question to a program or server, may take.
    @WithDefault("PT20S")
    Duration timeLimit();

    /// How many pictures are looked at at once.
    @WithDefault("2")
    int threads();

    /// Lists of PDQ hashes of known pictures, each under a name that the rule `KNOWN:name` repeats.
    Map<String, KnownList> known();

    /// In how many bits of 256 a picture may differ from a known one.
    @WithDefault("31")
    int knownDistance();

    Classifier classifier();

    /// From which share of skin a person looks at a picture; empty for never.
    Optional<Double> skinReviewFrom();

    /// The program that reads text in pictures; `none` for none.
    @WithDefault("tesseract")
    String reader();

    @WithDefault("chi_sim+eng")
    String readerLanguages();

    Transcription transcription();

    Faces faces();

    /// One list.
    interface KnownList {
        Path file();

        /// The kind of risk, such as `A.2-1`.
        String category();
    }

    /// A network in an ONNX file.
    interface Classifier {
        /// The file; empty where there is none.
        Optional<Path> model();

        /// The side of its input in pixels.
        @WithDefault("224")
        int side();

        @WithDefault("0,0,0")
        String mean();

        @WithDefault("1,1,1")
        String deviation();

        @WithDefault("SOFTMAX")
        Activation activation();

        /// In the order of its output: `NAME`, or `NAME:CATEGORY:REVIEW-FROM:BLOCK-FROM`.
        Optional<List<String>> labels();
    }

    /// What writes down the words in sounds: an OpenAI-compatible server, or else a program.
    interface Transcription {
        Optional<String> url();

        Optional<String> key();

        @WithDefault("whisper-1")
        String model();

        /// A program and its arguments; it is given the sound and gives the text.
        Optional<List<String>> program();

        @WithDefault("26214400")
        int mostBytes();
    }

    /// What finds faces.
    interface Faces {
        /// An ONNX file of the YuNet kind; empty for the cascades that OpenCV brings.
        Optional<Path> model();

        /// The least score of that network at which something is a face.
        @WithDefault("0.6")
        double least();
    }
}
