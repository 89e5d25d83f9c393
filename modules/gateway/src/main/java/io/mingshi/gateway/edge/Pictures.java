package io.mingshi.gateway.edge;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.TOO_LARGE;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import io.mingshi.gateway.Media;
import io.mingshi.labels.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Takes the pictures that are handed in, bounded in bytes and in pixels before anything decodes them.
public final class Pictures {
    /// The most pictures in one conversation.
    public static final int MOST = 8;

    private static final int MAX_BYTES = 16 << 20;
    private static final long MAX_PIXELS = 4096L * 4096;
    private static final Pattern INLINE = Pattern.compile("data:image/[a-z]{3,4};base64,");

    private Pictures() {}

    /// A picture that is written into the request itself.
    ///
    /// An address is not followed: what it shows can change between our look at it and the model's, and fetching it
    /// would let a request reach into the provider's network.
    ///
    /// @param url `data:image/png;base64,…` or the same with jpeg
    public static Media inline(String url) {
        var start = INLINE.matcher(url);
        if (!start.lookingAt()) {
            throw UNSUPPORTED.with("pictures are taken only inside the request, as data:image/png;base64,… or"
                    + " data:image/jpeg;base64,…: addresses are not followed");
        }
        return base64(url.substring(start.end()));
    }

    static Media base64(String base64) {
        if (base64.length() > MAX_BYTES / 3 * 4) {
            throw TOO_LARGE.with("a picture has at most " + MAX_BYTES + " bytes: send a smaller one");
        }
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw INVALID_REQUEST.with("the picture is not Base64");
        }
    }

    /// What the bytes show counts, not what they are called.
    static Media of(byte[] bytes) {
        MediaType type = MediaType.sniff(bytes)
                .filter(seen -> seen == MediaType.PNG || seen == MediaType.JPEG)
                .orElseThrow(() -> INVALID_REQUEST.with("the picture must be a PNG or JPEG file"));
        if (bytes.length > MAX_BYTES) {
            throw TOO_LARGE.with("a picture has at most " + MAX_BYTES + " bytes: send a smaller one");
        }
        if (pixels(bytes) > MAX_PIXELS) {
            throw TOO_LARGE.with("the picture has more than " + MAX_PIXELS + " pixels: send a smaller one");
        }
        return new Media(type, bytes);
    }

    /// The same of a picture or an MP4 film, whose frames are bounded by whoever decodes them.
    static Media orFilm(byte[] bytes) {
        if (MediaType.sniff(bytes).filter(MediaType.MP4::equals).isEmpty()) {
            return of(bytes);
        }
        if (bytes.length > MAX_BYTES) {
            throw TOO_LARGE.with("a film has at most " + MAX_BYTES + " bytes: send a shorter one");
        }
        return new Media(MediaType.MP4, bytes);
    }

    /// The form in which a model is sent the picture that was looked at, and no other.
    public static String inline(Media picture) {
        return "data:" + picture.type().mimeType() + ";base64,"
                + Base64.getEncoder().encodeToString(picture.bytes());
    }

    /// Reads the head of the file alone.
    private static long pixels(byte[] bytes) {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw INVALID_REQUEST.with("the picture cannot be read: send a PNG or JPEG file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw INVALID_REQUEST.with("the picture is damaged: send a complete PNG or JPEG file");
        }
    }
}
