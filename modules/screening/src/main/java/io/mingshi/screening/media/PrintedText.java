package io.mingshi.screening.media;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/// Tells whether a picture may show lines of text, so that reading it is worth a second.
///
/// Letters are many strong edges side by side: the edges are closed into blocks, and a block that is wide and well
/// filled counts as a line. Letters of any size are searched for by looking at the picture in several: large ones stand
/// too far apart to make a block until the picture is small. It errs towards yes.
final class PrintedText {
    private static final int[] LONGEST_SIDES = {1024, 512, 256, 128};
    private static final int LEAST_HEIGHT = 6;
    private static final double LEAST_ASPECT = 1.5;
    private static final double LEAST_FILL = 0.35;

    private PrintedText() {}

    static boolean mayBeIn(Picture picture) {
        Matrices.load(opencv_imgproc.class);
        return Arrays.stream(LONGEST_SIDES).anyMatch(side -> mayBeIn(Matrices.within(picture.pixels(), side)));
    }

    private static boolean mayBeIn(BufferedImage searched) {
        try (PointerScope _ = new PointerScope()) {
            Mat grey = new Mat();
            opencv_imgproc.cvtColor(Matrices.colour(searched), grey, opencv_imgproc.COLOR_BGR2GRAY);
            Mat edges = new Mat();
            Mat small = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_ELLIPSE, new Size(3, 3));
            opencv_imgproc.morphologyEx(grey, edges, opencv_imgproc.MORPH_GRADIENT, small);
            opencv_imgproc.threshold(edges, edges, 0, 255, opencv_imgproc.THRESH_BINARY | opencv_imgproc.THRESH_OTSU);
            Mat wide = opencv_imgproc.getStructuringElement(opencv_imgproc.MORPH_RECT, new Size(9, 1));
            Mat blocks = new Mat();
            opencv_imgproc.morphologyEx(edges, blocks, opencv_imgproc.MORPH_CLOSE, wide);
            return anyLine(blocks, edges);
        }
    }

    private static boolean anyLine(Mat blocks, Mat edges) {
        MatVector outlines = new MatVector();
        opencv_imgproc.findContours(blocks, outlines, opencv_imgproc.RETR_EXTERNAL, opencv_imgproc.CHAIN_APPROX_SIMPLE);
        for (long i = 0; i < outlines.size(); i++) {
            Rect box = opencv_imgproc.boundingRect(outlines.get(i));
            if (box.height() >= LEAST_HEIGHT
                    && box.width() >= LEAST_ASPECT * box.height()
                    && opencv_core.countNonZero(new Mat(edges, box)) >= LEAST_FILL * box.width() * box.height()) {
                return true;
            }
        }
        return false;
    }
}
