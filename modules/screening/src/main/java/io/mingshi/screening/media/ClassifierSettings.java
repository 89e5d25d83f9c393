package io.mingshi.screening.media;

import io.mingshi.screening.media.Signal.Level;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What an operator says of a network that tells kinds of pictures.
///
/// @param model the ONNX file: one input of 1 x 3 x side x side, one output with a value for each label
/// @param mean what is taken off red, green and blue, which are 0 to 1
/// @param deviation what they are then divided by
/// @param labels in the order of the output
public record ClassifierSettings(
        Path model, int side, Colours mean, Colours deviation, Activation activation, List<Label> labels) {
    /// One value each for red, green and blue.
    public record Colours(double red, double green, double blue) {
        /// Three numbers with commas.
        public static Colours parse(String text) {
            double[] values = Arrays.stream(text.split(",", -1))
                    .mapToDouble(value -> Double.parseDouble(value.strip()))
                    .toArray();
            if (values.length != 3) {
                throw new IllegalArgumentException("give three numbers, for red, green and blue, not " + text);
            }
            return new Colours(values[0], values[1], values[2]);
        }
    }

    /// How the output becomes scores from 0 to 1.
    public enum Activation {
        /// It is scores already.
        NONE,
        SOFTMAX,
        SIGMOID
    }

    /// @param category the kind of risk that the label stands for; empty where it stands for none
    /// @param reviewFrom the score from which a person has to look; above 1 for never
    /// @param blockFrom the score from which it is refused; above 1 for never
    public record Label(String name, String category, double reviewFrom, double blockFrom) {
        public Label {
            if (!(reviewFrom > 0) || !(blockFrom > 0)) {
                throw new IllegalArgumentException("the thresholds of the label " + name + " are above 0");
            }
        }

        /// `name`, which stands for no risk, or `name:category:review-from:block-from`.
        public static Label parse(String text) {
            String[] parts = text.strip().split(":", -1);
            if (parts.length == 1 && !parts[0].isEmpty()) {
                return new Label(parts[0], "", 2, 2);
            }
            if (parts.length != 4 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new IllegalArgumentException(
                        "a label is NAME or NAME:CATEGORY:REVIEW-FROM:BLOCK-FROM, not " + text);
            }
            return new Label(parts[0], parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
        }

        Optional<Level> level(double score) {
            if (category.isEmpty() || score < Math.min(reviewFrom, blockFrom)) {
                return Optional.empty();
            }
            return Optional.of(score >= blockFrom ? Level.BLOCK : Level.REVIEW);
        }
    }

    public ClassifierSettings {
        labels = List.copyOf(labels);
        if (side < 1 || side > 1024) {
            throw new IllegalArgumentException("the side of a classifier's input is 1 to 1024 pixels, not " + side);
        }
        if (deviation.red() == 0 || deviation.green() == 0 || deviation.blue() == 0) {
            throw new IllegalArgumentException("a classifier's input cannot be divided by 0");
        }
        if (labels.stream().allMatch(label -> label.category().isEmpty())) {
            throw new IllegalArgumentException("a classifier has at least one label that stands for a risk");
        }
    }
}
