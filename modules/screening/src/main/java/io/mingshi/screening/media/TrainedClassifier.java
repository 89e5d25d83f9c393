package io.mingshi.screening.media;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;

import io.mingshi.screening.media.ClassifierSettings.Colours;
import io.mingshi.screening.media.ClassifierSettings.Label;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_dnn.Net;

/// Tells kinds of pictures by a network of the operator's, read from an ONNX file by OpenCV.
public final class TrainedClassifier implements PictureCheck {
    private static final int COLOURS = 3;
    private static final double WHITE = 255;

    private final ReentrantLock one = new ReentrantLock();
    private final ClassifierSettings settings;
    private final Net net;

    /// Loads the network and lets it look once, so that a wrong file is known at once.
    ///
    /// @throws IllegalArgumentException when the file is missing, is no such network, or has not as many labels
    public TrainedClassifier(ClassifierSettings settings) {
        Matrices.load(opencv_dnn.class);
        this.settings = settings;
        if (!Files.isRegularFile(settings.model())) {
            throw new IllegalArgumentException("there is no file " + settings.model() + " with a classifier");
        }
        try {
            this.net = opencv_dnn.readNetFromONNX(settings.model().toString());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(settings.model() + " is no ONNX file that OpenCV reads", e);
        }
        int values = scores(new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR)).length;
        if (values != settings.labels().size()) {
            throw new IllegalArgumentException("the classifier " + settings.model() + " gives " + values
                    + " values, but " + settings.labels().size() + " labels are set");
        }
    }

    @Override
    public String name() {
        return "classifier:" + settings.model().getFileName();
    }

    @Override
    public boolean tells() {
        return true;
    }

    @Override
    public List<Signal> look(Picture picture) {
        double[] scores = scores(picture.pixels());
        return IntStream.range(0, scores.length)
                .boxed()
                .flatMap(i -> signal(settings.labels().get(i), scores[i]).stream())
                .toList();
    }

    private static List<Signal> signal(Label label, double score) {
        return label
                .level(score)
                .map(level -> new Signal("CLASSIFIER:" + label.name(), label.category(), score, level))
                .stream()
                .toList();
    }

    private double[] scores(BufferedImage picture) {
        float[] input = input(picture);
        one.lock();
        try (PointerScope _ = new PointerScope()) {
            int[] sizes = {1, COLOURS, settings.side(), settings.side()};
            net.setInput(new Mat(sizes, CV_32F, new FloatPointer(input)));
            Mat output = net.forward();
            float[] values = new float[Math.toIntExact(output.total())];
            new FloatPointer(output.data()).get(values);
            return activated(values);
        } catch (RuntimeException e) {
            throw UnscreenableException.check("the classifier " + name() + " failed", e);
        } finally {
            one.unlock();
        }
    }

    /// All red values, then all green, then all blue ones.
    private float[] input(BufferedImage picture) {
        int side = settings.side();
        byte[] pixels = Matrices.bytes(Matrices.drawn(picture, side, side, BufferedImage.TYPE_3BYTE_BGR));
        float[] input = new float[COLOURS * side * side];
        double[] mean = values(settings.mean());
        double[] deviation = values(settings.deviation());
        for (int i = 0; i < side * side; i++) {
            for (int colour = 0; colour < COLOURS; colour++) {
                double value = (pixels[i * COLOURS + COLOURS - 1 - colour] & 0xff) / WHITE;
                input[colour * side * side + i] = (float) ((value - mean[colour]) / deviation[colour]);
            }
        }
        return input;
    }

    private static double[] values(Colours colours) {
        return new double[] {colours.red(), colours.green(), colours.blue()};
    }

    private double[] activated(float[] values) {
        double[] scores = switch (settings.activation()) {
            case NONE ->
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
            case SIGMOID ->
                IntStream.range(0, values.length)
                        .mapToDouble(i -> 1 / (1 + Math.exp(-values[i])))
                        .toArray();
            case SOFTMAX -> softmax(values);
        };
        if (Arrays.stream(scores).anyMatch(score -> !(score >= 0 && score <= 1))) {
            throw new IllegalStateException("scores are from 0 to 1: set how the output becomes scores");
        }
        return scores;
    }

    private static double[] softmax(float[] values) {
        double greatest = IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .max()
                .orElse(0);
        double[] powers = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.exp(values[i] - greatest))
                .toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
}
