package io.mingshi.labels.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_SAMPLING_FACTOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_WEBP_QUALITY;

import io.mingshi.labels.MediaType;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgcodecs.Animation;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;

/// JPEG and WebP through the codecs that OpenCV brings, if it is on the class path for this system.
final class OpenCvCodec implements PictureCodec {
    /// Above 100 the encoder of OpenCV works without loss.
    private static final int LOSSLESS = 101;

    private static final Optional<OpenCvCodec> INSTANCE = load();

    private OpenCvCodec() {}

    /// The codec, or nothing where OpenCV is missing.
    static Optional<OpenCvCodec> find() {
        return INSTANCE;
    }

    private static Optional<OpenCvCodec> load() {
        try {
            Loader.load(opencv_imgcodecs.class);
            return Optional.of(new OpenCvCodec());
        } catch (LinkageError notOnTheClassPath) {
            return Optional.empty();
        }
    }

    /// An animation with all that its frames are timed by.
    ///
    /// @param pictures the frames as they are seen, each in full size
    record Film(List<BufferedImage> pictures, List<Integer> milliseconds, int loops, List<Double> background) {}

    @Override
    public BufferedImage decode(MediaType type, byte[] file) throws IOException {
        return decode(type, file, new Rectangle(Integer.MAX_VALUE, Integer.MAX_VALUE));
    }

    @Override
    public BufferedImage decode(MediaType type, byte[] file, Rectangle part) throws IOException {
        int flags = type == MediaType.WEBP ? IMREAD_UNCHANGED : IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION;
        try (PointerScope _ = new PointerScope()) {
            Mat picture = opencv_imgcodecs.imdecode(buffer(file), flags);
            if (picture.empty()) {
                throw new IOException("the decoder found no picture");
            }
            return picture(picture, part);
        } catch (RuntimeException inside) {
            throw new IOException("the decoder failed", inside);
        }
    }

    private static Mat buffer(byte[] file) {
        return new Mat(1, file.length, CV_8UC1, new BytePointer(file));
    }

    private static BufferedImage picture(Mat whole, Rectangle part) {
        Rectangle box = part.intersection(new Rectangle(whole.cols(), whole.rows()));
        int channels = whole.channels();
        BufferedImage picture = new BufferedImage(
                box.width, box.height, channels == 4 ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        int row = box.width * channels;
        BytePointer data = whole.data();
        for (int y = 0; y < box.height; y++) {
            data.position((box.y + y) * whole.step() + (long) box.x * channels).get(pixels, y * row, row);
        }
        if (channels == 4) {
            turn(pixels, 3);
        }
        return picture;
    }

    /// Moves the opacity of every pixel from its last byte to its first, or back.
    private static void turn(byte[] pixels, int by) {
        byte[] pixel = new byte[4];
        for (int at = 0; at < pixels.length; at += 4) {
            for (int i = 0; i < 4; i++) {
                pixel[(i + 4 - by) % 4] = pixels[at + i];
            }
            System.arraycopy(pixel, 0, pixels, at, 4);
        }
    }

    private static Mat mat(BufferedImage picture, boolean grey) {
        BufferedImage from = grey ? JdkCodec.grey(picture) : picture;
        byte[] pixels = ((DataBufferByte) from.getRaster().getDataBuffer()).getData();
        int type = grey ? CV_8UC1 : CV_8UC3;
        if (!grey && picture.getType() == BufferedImage.TYPE_4BYTE_ABGR) {
            pixels = pixels.clone();
            turn(pixels, 1);
            type = CV_8UC4;
        }
        return new Mat(from.getHeight(), from.getWidth(), type, new BytePointer(pixels));
    }

    @Override
    public byte[] encode(MediaType type, BufferedImage picture, Coding coding) throws IOException {
        try (PointerScope _ = new PointerScope()) {
            BytePointer out = new BytePointer();
            boolean webp = type == MediaType.WEBP;
            IntPointer parameters = webp ? webp(coding.lossless()) : jpeg(coding.sampling());
            Mat mat = mat(picture, coding.grey());
            return written(opencv_imgcodecs.imencode(webp ? ".webp" : ".jpg", mat, out, parameters), out);
        } catch (RuntimeException inside) {
            throw new IOException("the encoder failed", inside);
        }
    }

    private static IntPointer jpeg(int sampling) {
        int factors = sampling << 16 | 0x1111;
        return new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY, IMWRITE_JPEG_SAMPLING_FACTOR, factors);
    }

    private static IntPointer webp(boolean lossless) {
        return new IntPointer(IMWRITE_WEBP_QUALITY, lossless ? LOSSLESS : QUALITY);
    }

    private static byte[] written(boolean done, BytePointer out) throws IOException {
        if (!done) {
            throw new IOException("the encoder wrote nothing");
        }
        byte[] file = new byte[Math.toIntExact(out.limit())];
        out.get(file);
        return file;
    }

    /// All frames of an animated WebP file.
    Film decodeFilm(byte[] file) throws IOException {
        try (PointerScope _ = new PointerScope()) {
            Animation animation = new Animation();
            if (!opencv_imgcodecs.imdecodeanimation(buffer(file), animation)) {
                throw new IOException("the decoder found no animation");
            }
            MatVector frames = animation.frames();
            IntPointer durations = animation.durations();
            List<BufferedImage> pictures = new ArrayList<>();
            List<Integer> milliseconds = new ArrayList<>();
            for (long i = 0; i < frames.size(); i++) {
                pictures.add(picture(frames.get(i), new Rectangle(Integer.MAX_VALUE, Integer.MAX_VALUE)));
                milliseconds.add(durations.get(i));
            }
            List<Double> background =
                    IntStream.range(0, 4).mapToObj(animation.bgcolor()::get).toList();
            return new Film(pictures, milliseconds, animation.loop_count(), background);
        } catch (RuntimeException inside) {
            throw new IOException("the decoder failed", inside);
        }
    }

    /// An animated WebP file.
    byte[] encodeFilm(Film film, boolean lossless) throws IOException {
        try (PointerScope _ = new PointerScope()) {
            Animation animation = new Animation();
            animation.loop_count(film.loops);
            animation
                    .bgcolor()
                    .put(film.background.stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
            MatVector frames = new MatVector();
            for (BufferedImage picture : film.pictures) {
                frames.push_back(mat(picture, false));
            }
            animation.frames(frames);
            animation.durations(new IntPointer(
                    film.milliseconds.stream().mapToInt(Integer::intValue).toArray()));
            BytePointer out = new BytePointer();
            return written(opencv_imgcodecs.imencodeanimation(".webp", animation, out, webp(lossless)), out);
        } catch (RuntimeException inside) {
            throw new IOException("the encoder failed", inside);
        }
    }
}
