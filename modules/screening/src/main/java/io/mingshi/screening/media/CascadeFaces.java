package io.mingshi.screening.media;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/// Finds frontal faces, and faces in profile to either side, by the cascades that OpenCV brings.
///
/// They were trained two decades ago: tilted, covered and very small faces escape them. How often is measured in
/// `docs/face-detection.md`; [TrainedFaces] takes a better detector as an ONNX file.
public final class CascadeFaces implements FaceDetector {
    private static final String FRONTAL = "haarcascade_frontalface_alt2.xml";
    private static final String PROFILE = "haarcascade_profileface.xml";

    /// Larger pictures are searched at this size.
    private static final int LONGEST_SIDE = 960;

    /// The least side of a face, in pixels of the searched picture.
    private static final int LEAST_FACE = 32;

    private static final double STEP = 1.1;
    private static final int FRONTAL_NEIGHBOURS = 4;
    private static final int PROFILE_NEIGHBOURS = 6;

    private final ReentrantLock one = new ReentrantLock();
    private final CascadeClassifier frontal;
    private final CascadeClassifier profile;

    /// Loads OpenCV and the cascades, which takes a second.
    ///
    /// @throws UnscreenableException where OpenCV is missing
    public CascadeFaces() {
        Matrices.load(opencv_objdetect.class);
        this.frontal = cascade(FRONTAL);
        this.profile = cascade(PROFILE);
    }

    private static CascadeClassifier cascade(String name) {
        try {
            var file = Loader.cacheResource(
                    opencv_core.class,
                    "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/" + name);
            var cascade = file == null ? new CascadeClassifier() : new CascadeClassifier(file.getPath());
            if (cascade.empty()) {
                throw UnscreenableException.check("the cascade " + name + " is missing in OpenCV's jar", null);
            }
            return cascade;
        } catch (IOException e) {
            throw UnscreenableException.check("the cascade " + name + " cannot be unpacked", e);
        }
    }

    @Override
    public String name() {
        return "haar-frontal-alt2+profile";
    }

    @Override
    public List<Rectangle> faces(Picture picture) {
        BufferedImage searched = Matrices.within(picture.pixels(), LONGEST_SIDE);
        double scale = (double) picture.pixels().getWidth() / searched.getWidth();
        one.lock();
        try (PointerScope _ = new PointerScope()) {
            Mat grey = new Mat();
            opencv_imgproc.cvtColor(Matrices.colour(searched), grey, opencv_imgproc.COLOR_BGR2GRAY);
            opencv_imgproc.equalizeHist(grey, grey);
            List<Rectangle> found = new ArrayList<>(search(frontal, grey, FRONTAL_NEIGHBOURS));
            found.addAll(search(profile, grey, PROFILE_NEIGHBOURS));
            Mat mirrored = new Mat();
            opencv_core.flip(grey, mirrored, 1);
            for (Rectangle face : search(profile, mirrored, PROFILE_NEIGHBOURS)) {
                face.x = searched.getWidth() - face.x - face.width;
                found.add(face);
            }
            return distinct(found).stream().map(face -> scaled(face, scale)).toList();
        } finally {
            one.unlock();
        }
    }

    /// Several cascades find one face: of places whose middle lies in another only the largest counts.
    static List<Rectangle> distinct(List<Rectangle> found) {
        List<Rectangle> largestFirst = new ArrayList<>(found);
        largestFirst.sort(Comparator.comparingLong((Rectangle face) -> (long) face.width * face.height)
                .reversed());
        List<Rectangle> kept = new ArrayList<>();
        for (Rectangle face : largestFirst) {
            boolean known = kept.stream().anyMatch(one -> one.contains(face.getCenterX(), face.getCenterY()));
            if (!known) {
                kept.add(face);
            }
        }
        return kept;
    }

    private static List<Rectangle> search(CascadeClassifier cascade, Mat grey, int neighbours) {
        RectVector found = new RectVector();
        cascade.detectMultiScale(grey, found, STEP, neighbours, 0, new Size(LEAST_FACE, LEAST_FACE), new Size());
        List<Rectangle> faces = new ArrayList<>();
        for (long i = 0; i < found.size(); i++) {
            var face = found.get(i);
            faces.add(new Rectangle(face.x(), face.y(), face.width(), face.height()));
        }
        return faces;
    }

    static Rectangle scaled(Rectangle face, double scale) {
        return new Rectangle((int) (face.x * scale), (int) (face.y * scale), (int) (face.width * scale), (int)
                (face.height * scale));
    }
}
