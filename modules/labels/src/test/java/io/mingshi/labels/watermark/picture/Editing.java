package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.image.CornerMark;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// What people and programs do to pictures.
final class Editing {
    private Editing() {}

    static BufferedImage jpeg(BufferedImage picture, int quality) {
        return coded(picture, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    static BufferedImage webp(BufferedImage picture, int quality) {
        return coded(picture, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality);
    }

    private static BufferedImage coded(BufferedImage picture, String type, int parameter, int quality) {
        try (Mat mat = mat(picture);
                BytePointer bytes = new BytePointer();
                IntPointer parameters = new IntPointer(parameter, quality)) {
            opencv_imgcodecs.imencode(type, mat, bytes, parameters);
            try (Mat file = new Mat(bytes, false);
                    Mat decoded = opencv_imgcodecs.imdecode(file, opencv_imgcodecs.IMREAD_COLOR)) {
                return picture(decoded);
            }
        }
    }

    static BufferedImage scaled(BufferedImage picture, double scale) {
        return sized(
                picture, (int) Math.round(picture.getWidth() * scale), (int) Math.round(picture.getHeight() * scale));
    }

    static BufferedImage sized(BufferedImage picture, int width, int height) {
        boolean shrinks = width < picture.getWidth();
        try (Mat mat = mat(picture);
                Mat out = new Mat();
                Size size = new Size(width, height)) {
            opencv_imgproc.resize(
                    mat, out, size, 0, 0, shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_CUBIC);
            return picture(out);
        }
    }

    static BufferedImage blurred(BufferedImage picture, double sigma) {
        try (Mat mat = mat(picture);
                Mat out = new Mat();
                Size size = new Size(0, 0)) {
            opencv_imgproc.GaussianBlur(mat, out, size, sigma);
            return picture(out);
        }
    }

    static BufferedImage cropped(BufferedImage picture, double keep, double left, double top) {
        return cut(picture, left * (1 - keep), top * (1 - keep), keep, keep);
    }

    static BufferedImage cut(BufferedImage picture, double left, double top, double width, double height) {
        int w = picture.getWidth();
        int h = picture.getHeight();
        try (Mat mat = mat(picture);
                Rect part = new Rect((int) (left * w), (int) (top * h), (int) (width * w), (int) (height * h));
                Mat out = new Mat(mat, part).clone()) {
            return picture(out);
        }
    }

    static BufferedImage mirrored(BufferedImage picture) {
        try (Mat mat = mat(picture);
                Mat out = new Mat()) {
            opencv_core.flip(mat, out, 1);
            return picture(out);
        }
    }

    static BufferedImage quarter(BufferedImage picture) {
        try (Mat mat = mat(picture);
                Mat out = new Mat()) {
            opencv_core.rotate(mat, out, opencv_core.ROTATE_90_CLOCKWISE);
            return picture(out);
        }
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        try (Mat mat = mat(picture);
                Mat out = new Mat();
                Point2f centre = new Point2f(picture.getWidth() / 2f, picture.getHeight() / 2f);
                Mat turn = opencv_imgproc.getRotationMatrix2D(centre, degrees, 1);
                Size size = mat.size();
                Scalar black = new Scalar(0, 0, 0, 0)) {
            opencv_imgproc.warpAffine(
                    mat, out, turn, size, opencv_imgproc.INTER_CUBIC, opencv_core.BORDER_CONSTANT, black);
            return picture(out);
        }
    }

    /// Changes a sample.
    interface Tone {
        double of(double value);
    }

    static BufferedImage toned(BufferedImage picture, Tone tone) {
        byte[] table = new byte[256];
        for (int i = 0; i < table.length; i++) {
            table[i] = (byte) Math.clamp(Math.round(tone.of(i)), 0, 255);
        }
        BufferedImage out = copy(picture);
        byte[] bytes = bytes(out);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = table[bytes[i] & 0xFF];
        }
        return out;
    }

    static BufferedImage noisy(BufferedImage picture, double sigma) {
        Random random = new Random(5);
        BufferedImage out = copy(picture);
        byte[] bytes = bytes(out);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round((bytes[i] & 0xFF) + sigma * random.nextGaussian()), 0, 255);
        }
        return out;
    }

    static BufferedImage grey(BufferedImage picture) {
        BufferedImage out = copy(picture);
        byte[] bytes = bytes(out);
        for (int i = 0; i < bytes.length; i += 3) {
            double luma = 0.114 * (bytes[i] & 0xFF) + 0.587 * (bytes[i + 1] & 0xFF) + 0.299 * (bytes[i + 2] & 0xFF);
            byte value = (byte) Math.round(luma);
            bytes[i] = value;
            bytes[i + 1] = value;
            bytes[i + 2] = value;
        }
        return out;
    }

    static BufferedImage labelled(BufferedImage picture) {
        BufferedImage out = copy(picture);
        CornerMark.forPicture(out.getWidth(), out.getHeight()).orElseThrow().draw(out);
        return out;
    }

    static BufferedImage copy(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        copy.createGraphics().drawImage(picture, 0, 0, null);
        return copy;
    }

    static byte[] bytes(BufferedImage picture) {
        return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    private static Mat mat(BufferedImage picture) {
        Mat mat = new Mat(picture.getHeight(), picture.getWidth(), opencv_core.CV_8UC3);
        mat.data().put(bytes(picture));
        return mat;
    }

    private static BufferedImage picture(Mat mat) {
        BufferedImage picture = new BufferedImage(mat.cols(), mat.rows(), BufferedImage.TYPE_3BYTE_BGR);
        mat.data().get(bytes(picture));
        return picture;
    }
}
