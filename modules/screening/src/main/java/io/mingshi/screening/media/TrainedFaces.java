package io.mingshi.screening.media;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/// Finds faces by a network of the operator's: an ONNX file of the YuNet kind, as OpenCV's `FaceDetectorYN` reads it.
public final class TrainedFaces implements FaceDetector {
    private static final int LONGEST_SIDE = 960;
    private static final float SAME_FACE = 0.3f;
    private static final int MOST_CANDIDATES = 5_000;

    private final ReentrantLock one = new ReentrantLock();
    private final FaceDetectorYN detector;
    private final String name;

    /// @param least the least score at which something is a face, 0 to 1
    /// @throws IllegalArgumentException when the file is no such network
    public TrainedFaces(Path model, double least) {
        Matrices.load(opencv_objdetect.class);
        if (!Files.isRegularFile(model)) {
            throw new IllegalArgumentException("there is no file " + model + " with a network that finds faces");
        }
        try {
            this.detector = FaceDetectorYN.create(
                    model.toString(), "", new Size(320, 320), (float) least, SAME_FACE, MOST_CANDIDATES, 0, 0);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(model + " is no ONNX file of a network that finds faces", e);
        }
        this.name = model.getFileName() + ">=" + least;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Rectangle> faces(Picture picture) {
        BufferedImage searched = Matrices.within(picture.pixels(), LONGEST_SIDE);
        double scale = (double) picture.pixels().getWidth() / searched.getWidth();
        one.lock();
        try (PointerScope _ = new PointerScope()) {
            detector.setInputSize(new Size(searched.getWidth(), searched.getHeight()));
            Mat found = new Mat();
            detector.detect(Matrices.colour(searched), found);
            return faces(found, scale);
        } catch (RuntimeException e) {
            throw UnscreenableException.check("the network that finds faces failed", e);
        } finally {
            one.unlock();
        }
    }

    /// One face a row, which begins with its place.
    private static List<Rectangle> faces(Mat found, double scale) {
        List<Rectangle> faces = new ArrayList<>();
        if (found.empty()) {
            return faces;
        }
        try (FloatIndexer values = found.createIndexer()) {
            for (int row = 0; row < found.rows(); row++) {
                var face = new Rectangle(
                        (int) values.get(row, 0), (int) values.get(row, 1), (int) values.get(row, 2), (int)
                                values.get(row, 3));
                faces.add(CascadeFaces.scaled(face, scale));
            }
        }
        return faces;
    }
}
