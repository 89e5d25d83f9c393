package io.mingshi.labels.image;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOOL_FAILED;
import static io.mingshi.labels.LabelException.Code.TOOL_MISSING;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.ExplicitPolicy;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.JpegPicture;
import io.mingshi.labels.container.image.PictureFile;
import io.mingshi.labels.container.image.PixelBudget;
import io.mingshi.labels.container.image.PngPicture;
import io.mingshi.labels.container.image.WebpPicture;
import io.mingshi.labels.image.PictureCodec.Coding;
import io.mingshi.labels.source.Source;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Puts what people see, and what hides in pixels, into PNG, JPEG, WebP and GIF: decode, watermark, mark, encode.
///
/// Metadata of others is carried over; the AIGC object is written later, by the container of the format. Safe for use
/// by many threads.
public final class PictureEditor {
    private final PictureCodec jdk = new JdkCodec();
    private final Optional<OpenCvCodec> openCv;

    /// An editor that uses OpenCV if it is on the class path.
    public PictureEditor() {
        this(openCv());
    }

    /// The class of the codec cannot even be loaded where the jar is missing.
    private static Optional<OpenCvCodec> openCv() {
        try {
            return OpenCvCodec.find();
        } catch (NoClassDefFoundError jarIsOptional) {
            return Optional.empty();
        }
    }

    PictureEditor(Optional<OpenCvCodec> openCv) {
        this.openCv = openCv;
    }

    /// The picture with its mark and watermark, or the file itself where there is to be neither.
    ///
    /// @param watermark changes the pixels of the decoded picture, before the mark is drawn
    /// @throws LabelException MALFORMED, UNSUPPORTED, TOO_LARGE, ILLEGIBLE, TOOL_MISSING or TOOL_FAILED
    public Source edit(MediaType type, Source file, ExplicitPolicy policy, Optional<Consumer<BufferedImage>> watermark)
            throws IOException {
        if (policy.none() && watermark.isEmpty()) {
            return file;
        }
        if (type == MediaType.GIF) {
            return gif(file, policy, watermark.isPresent());
        }
        PictureFile picture = parts(type, file);
        if (picture instanceof WebpPicture webp && webp.frames() > 1) {
            return film(webp, policy, watermark);
        }
        BufferedImage pixels = own(Canvas.of(decoded(type, picture), picture.orientation()));
        change(pixels, policy, watermark);
        try {
            return Source.of(picture.dress(codec(type).encode(type, pixels, coding(picture))));
        } catch (IOException e) {
            throw TOOL_FAILED.with("the picture cannot be encoded as " + type, e);
        }
    }

    private static Source gif(Source file, ExplicitPolicy policy, boolean watermark) throws IOException {
        if (watermark) {
            throw UNSUPPORTED.with("GIF takes no watermark: its few colours would not carry it");
        }
        return GifEditor.of(file, policy.corner()).marked();
    }

    private static PictureFile parts(MediaType type, Source file) throws IOException {
        return switch (type) {
            case PNG -> PngPicture.of(file);
            case JPEG -> JpegPicture.of(file);
            case WEBP -> WebpPicture.of(file);
            default ->
                throw UNSUPPORTED.with(
                        "the pixels of " + type + " are not edited here; ask for the metadata label only and"
                                + " show the notice beside the picture");
        };
    }

    private PictureCodec codec(MediaType type) {
        return switch (type) {
            case WEBP -> film();
            case JPEG -> openCv.<PictureCodec>map(found -> found).orElse(jdk);
            default -> jdk;
        };
    }

    private OpenCvCodec film() {
        return openCv.orElseThrow(() -> TOOL_MISSING.with("WebP needs OpenCV: put org.bytedeco:opencv and its natives"
                + " (classifier linux-x86_64 or another) on the class path"));
    }

    private BufferedImage decoded(MediaType type, PictureFile picture) throws IOException {
        PictureCodec codec = codec(type);
        byte[] pixels = picture.pixels();
        try {
            return codec.decode(type, pixels);
        } catch (IOException e) {
            throw damaged(type, e);
        }
    }

    private static LabelException damaged(MediaType type, IOException e) {
        return MALFORMED.with(
                "the picture cannot be decoded; it is damaged or of a kind of " + type + " that is not supported", e);
    }

    private static Coding coding(PictureFile picture) throws IOException {
        return switch (picture) {
            case JpegPicture jpeg -> new Coding(jpeg.components() == 1, jpeg.sampling(), false);
            case WebpPicture webp -> new Coding(false, 0x22, webp.isLossless());
            case PngPicture png -> new Coding(false, 0x11, true);
        };
    }

    /// The watermark changes bytes in place, which must be those of this picture alone.
    static BufferedImage own(BufferedImage canvas) {
        if (canvas.getRaster().getParent() == null) {
            return canvas;
        }
        BufferedImage own = new BufferedImage(canvas.getWidth(), canvas.getHeight(), canvas.getType());
        canvas.copyData(own.getRaster());
        return own;
    }

    private static void change(
            BufferedImage pixels, ExplicitPolicy policy, Optional<Consumer<BufferedImage>> watermark) {
        watermark.ifPresent(hidden -> hidden.accept(pixels));
        if (!policy.none()) {
            mark(new Size(pixels.getWidth(), pixels.getHeight()), policy).draw(pixels);
        }
    }

    private static CornerMark mark(Size size, ExplicitPolicy policy) {
        return CornerMark.forPicture(size.width(), size.height(), policy.corner())
                .orElseThrow(() -> ILLEGIBLE.with(CornerMark.noRoom(size)));
    }

    private Source film(WebpPicture webp, ExplicitPolicy policy, Optional<Consumer<BufferedImage>> watermark)
            throws IOException {
        OpenCvCodec codec = film();
        long total = webp.size().pixels() * webp.frames();
        if (total > PixelBudget.STANDARD.pixels()) {
            throw TOO_LARGE.with("the frames of the WebP file have " + total + " pixels together; at most "
                    + PixelBudget.STANDARD.pixels() + " are decoded");
        }
        OpenCvCodec.Film film;
        byte[] pixels = webp.pixels();
        try {
            film = codec.decodeFilm(pixels);
        } catch (IOException e) {
            throw damaged(MediaType.WEBP, e);
        }
        List<BufferedImage> pictures = film.pictures().stream()
                .map(picture -> own(Canvas.of(picture, 1)))
                .toList();
        film = new OpenCvCodec.Film(pictures, film.milliseconds(), film.loops(), film.background());
        pictures.forEach(picture -> change(picture, policy, watermark));
        try {
            return Source.of(webp.dress(codec.encodeFilm(film, webp.isLossless())));
        } catch (IOException e) {
            throw TOOL_FAILED.with("the animation cannot be encoded as WebP", e);
        }
    }

    /// The pixels as people see them, of the first frame where there are several; nothing for formats whose pixels are
    /// not decoded here.
    ///
    /// @throws LabelException as [#edit]
    public Optional<BufferedImage> decoded(MediaType type, Source file) throws IOException {
        return switch (type) {
            case PNG, JPEG, WEBP -> {
                PictureFile picture = parts(type, file);
                yield Optional.of(Canvas.of(decoded(type, picture), picture.orientation()));
            }
            case GIF -> Optional.of(first(file));
            default -> Optional.empty();
        };
    }

    private BufferedImage first(Source gif) throws IOException {
        byte[] pixels = GifFrame.first(gif);
        try {
            return Canvas.of(jdk.decode(MediaType.GIF, pixels), 1);
        } catch (IOException e) {
            throw damaged(MediaType.GIF, e);
        }
    }

    /// What is wrong with the mark of a file that [#edit] made, as the rest of a sentence; every frame is looked at
    /// (GB 45438-2025 clause 5.2).
    public Optional<String> markFlaw(MediaType type, Source labelled, ExplicitPolicy policy) throws IOException {
        if (policy.none()) {
            return Optional.empty();
        }
        if (type == MediaType.GIF) {
            return GifEditor.of(labelled, policy.corner()).flaw();
        }
        PictureFile picture = parts(type, labelled);
        Optional<CornerMark> mark =
                CornerMark.forPicture(picture.size().width(), picture.size().height(), policy.corner());
        if (mark.isEmpty()) {
            return Optional.of("has no place in a picture of this size");
        }
        Rectangle plate = mark.get().plate();
        byte[] pixels = picture.pixels();
        try {
            if (picture instanceof WebpPicture webp && webp.frames() > 1) {
                return film().decodeFilm(pixels).pictures().stream()
                        .flatMap(frame ->
                                mark
                                        .get()
                                        .flawIn(frame.getSubimage(plate.x, plate.y, plate.width, plate.height))
                                        .stream())
                        .findFirst();
            }
            return mark.get().flawIn(Canvas.of(codec(type).decode(type, pixels, plate), 1));
        } catch (IOException e) {
            return Optional.of("cannot be seen because the file does not decode");
        }
    }
}
