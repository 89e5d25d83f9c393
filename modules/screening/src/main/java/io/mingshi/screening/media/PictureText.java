package io.mingshi.screening.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Reads the text in a picture by the program `tesseract` and lets it be decided on like any other text.
public final class PictureText implements PictureCheck {
    private static final int LONGEST_SIDE = 2_000;

    /// Small letters are read at twice their size.
    private static final int SMALL_SIDE = 800;

    private final Program program;
    private final TextCheck check;

    private PictureText(Program program, TextCheck check) {
        this.program = program;
        this.check = check;
    }

    /// The check, where the program is installed.
    ///
    /// @param program its name or path
    /// @param languages as the program takes them, such as `chi_sim+eng`
    public static Optional<PictureText> find(String program, String languages, Duration limit, TextCheck check) {
        var command = List.of(program, "stdin", "stdout", "-l", languages, "--psm", "11");
        var reader = new Program(command, limit);
        return reader.answers("--version") ? Optional.of(new PictureText(reader, check)) : Optional.empty();
    }

    @Override
    public String name() {
        return "text-in-picture";
    }

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public List<Signal> look(Picture picture) {
        return PrintedText.mayBeIn(picture) ? check.look(read(picture)) : List.of();
    }

    String read(Picture picture) {
        return program.text(png(picture.pixels()));
    }

    private static byte[] png(BufferedImage pixels) {
        boolean small = Math.max(pixels.getWidth(), pixels.getHeight()) < SMALL_SIDE;
        BufferedImage shown = small
                ? Matrices.drawn(pixels, 2 * pixels.getWidth(), 2 * pixels.getHeight(), BufferedImage.TYPE_3BYTE_BGR)
                : Matrices.within(pixels, LONGEST_SIDE);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(shown, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return out.toByteArray();
    }
}
