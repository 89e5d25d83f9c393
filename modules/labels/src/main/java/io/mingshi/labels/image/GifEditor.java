package io.mingshi.labels.image;

import static io.mingshi.labels.LabelException.Code.ILLEGIBLE;
import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.TOO_LARGE;

import io.mingshi.labels.ExplicitPolicy.Corner;
import io.mingshi.labels.container.Bytes;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Size;
import io.mingshi.labels.container.image.GifBlocks;
import io.mingshi.labels.container.image.GifBlocks.Block;
import io.mingshi.labels.container.image.GifBlocks.Kind;
import io.mingshi.labels.container.image.PixelBudget;
import io.mingshi.labels.source.Source;
import io.mingshi.labels.source.Splice;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws the mark into every frame of a GIF file that would not show it otherwise.
///
/// The plate is opaque, so that a frame that leaves it alone leaves it standing. Frames that do not touch it keep every
/// byte; times, disposal and loops of all frames stay.
final class GifEditor {
    /// All frames together are not more: 500 million pixels, seconds of work.
    private static final long MAX_TOTAL = 500_000_000;

    private static final int LONGEST_SIDE = 0xFFFF;

    private static final int SCREEN = 13;

    /// From most to least important: a mark of two colours is legible too.
    private static final int[] LEVELS = {255, 0, 170, 85};

    private final Source file;
    private final GifBlocks gif;
    private final Optional<byte[]> colours;
    private final List<GifFrame> frames = new ArrayList<>();
    private final CornerMark mark;
    private final BufferedImage plate;
    private long drawn;

    private GifEditor(Source file, GifBlocks gif, CornerMark mark) throws IOException {
        this.file = file;
        this.gif = gif;
        this.mark = mark;
        this.plate = mark.mask();
        this.colours = gif.preamble() > SCREEN
                ? Optional.of(file.bytes(SCREEN, (int) gif.preamble() - SCREEN))
                : Optional.empty();
    }

    /// The editor of a sound file, or a refusal.
    static GifEditor of(Source file, Corner corner) throws IOException {
        Sightings flaws = new Sightings();
        GifBlocks gif = GifBlocks.read(file, flaws);
        if (!flaws.flaws().isEmpty()) {
            throw MALFORMED.with(
                    "the picture cannot be edited: " + flaws.flaws().getFirst());
        }
        byte[] screen = file.bytes(0, SCREEN);
        Size size = new Size(Bytes.u16le(screen, 6), Bytes.u16le(screen, 8));
        PixelBudget.STANDARD.require(file, size);
        CornerMark mark = CornerMark.forPicture(size.width(), size.height(), corner)
                .orElseThrow(() -> ILLEGIBLE.with(CornerMark.noRoom(size)));
        GifEditor editor = new GifEditor(file, gif, mark);
        editor.readFrames();
        return editor;
    }

    private void readFrames() throws IOException {
        Optional<Block> control = Optional.empty();
        long total = 0;
        for (Block block : gif.blocks()) {
            if (block.kind() == Kind.CONTROL) {
                control = Optional.of(block);
            } else if (block.kind() == Kind.IMAGE) {
                GifFrame frame = GifFrame.of(file, gif, block, control);
                total += (long) frame.box().width * frame.box().height;
                frames.add(frame);
                control = Optional.empty();
            }
            requireWork(total);
        }
        requireWork((long) frames.size() * mark.plate().width * mark.plate().height);
    }

    private static void requireWork(long pixels) {
        if (pixels > MAX_TOTAL) {
            throw TOO_LARGE.with("the frames of the GIF file have more than " + MAX_TOTAL + " pixels together");
        }
    }

    /// The file with the mark in every frame.
    Source marked() throws IOException {
        Map<Block, byte[]> changes = new HashMap<>();
        List<Block> images = gif.blocks().stream()
                .filter(block -> block.kind() == Kind.IMAGE)
                .toList();
        boolean shown = false;
        for (int i = 0; i < frames.size(); i++) {
            GifFrame frame = frames.get(i);
            boolean touched = frame.box().intersects(mark.plate());
            boolean before = shown;
            if (touched || !shown) {
                draw(frame, images.get(i), shown, changes);
                shown = frame.disposal() != 2;
            }
            if (frame.disposal() == 3) {
                shown = before;
            }
        }
        return written(changes);
    }

    private Source written(Map<Block, byte[]> changes) {
        Splice.Builder out = Splice.builder().insert(Bytes.latin1("GIF89a")).copy(file, 6, gif.preamble() - 6);
        for (Block block : gif.blocks()) {
            byte[] changed = changes.get(block);
            if (changed == null) {
                out.copy(file, block.from(), block.end() - block.from());
            } else {
                out.insert(changed);
            }
        }
        return out.copy(file, gif.end() - 1, file.size() - gif.end() + 1).build();
    }

    private void draw(GifFrame frame, Block image, boolean shown, Map<Block, byte[]> changes) throws IOException {
        Rectangle old = frame.box();
        Rectangle box = shown || old.isEmpty() ? old : old.union(mark.plate());
        box = old.isEmpty() ? new Rectangle(mark.plate()) : box;
        drawn += (long) box.width * box.height;
        requireWork(drawn);
        if (Math.max(box.width, box.height) > LONGEST_SIDE
                || (long) box.width * box.height > PixelBudget.STANDARD.pixels()) {
            throw TOO_LARGE.with("a frame of the GIF file reaches far outside its screen");
        }
        Optional<byte[]> own = frame.colours();
        byte[] before = frame.pixels();
        byte[] table = own.or(() -> colours).orElse(new byte[6]);
        GifPalette palette = new GifPalette(table, frame.transparent(), before);
        int[] greys = greys(palette);
        int transparent = box.equals(old) ? frame.transparent() : palette.transparentColour();
        byte[] pixels = new byte[box.width * box.height];
        if (!box.equals(old)) {
            Arrays.fill(pixels, (byte) transparent);
        }
        for (int y = 0; y < old.height; y++) {
            int to = (old.y - box.y + y) * box.width + old.x - box.x;
            System.arraycopy(before, y * old.width, pixels, to, old.width);
        }
        drawPlate(box, pixels, greys);
        boolean ownTable = own.isPresent() || palette.isChanged() || colours.isEmpty();
        byte[] block = GifFrame.image(
                box, ownTable ? Optional.of(palette.table()) : Optional.empty(), palette.count(), pixels);
        if (transparent == frame.transparent()) {
            changes.put(image, block);
        } else if (frame.control().isPresent()) {
            changes.put(frame.control().get(), frame.control(transparent));
            changes.put(image, block);
        } else {
            byte[] control = frame.control(transparent);
            byte[] both = Arrays.copyOf(control, control.length + block.length);
            System.arraycopy(block, 0, both, control.length, block.length);
            changes.put(image, both);
        }
    }

    /// The colour number for each quarter of the way from black to white.
    private static int[] greys(GifPalette palette) {
        int[] greys = {-1, -1, -1, -1};
        for (int level : LEVELS) {
            int at = level / 85;
            greys[at] = palette.grey(level, level == 255 || level == 0).orElse(at == 2 ? greys[3] : greys[0]);
        }
        return greys;
    }

    private void drawPlate(Rectangle box, byte[] pixels, int[] greys) {
        Rectangle part = box.intersection(mark.plate());
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                int level = plate.getRGB(x - mark.plate().x, y - mark.plate().y) & 0xFF;
                pixels[(y - box.y) * box.width + x - box.x] = (byte) greys[(level + 42) / 85];
            }
        }
    }

    /// What is wrong with the mark in the first frame that does not show it, as the rest of a sentence.
    Optional<String> flaw() throws IOException {
        Rectangle area = mark.plate();
        BufferedImage seen = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
        boolean checked = false;
        for (GifFrame frame : frames) {
            Rectangle part = frame.box().intersection(area);
            int[] before = seen.getRGB(0, 0, area.width, area.height, null, 0, area.width);
            if (!part.isEmpty()) {
                show(frame, part, seen);
            }
            Optional<String> flaw = checked && part.isEmpty() ? Optional.empty() : mark.flawIn(seen);
            if (flaw.isPresent()) {
                return flaw;
            }
            checked = true;
            if (frame.disposal() == 3) {
                seen.setRGB(0, 0, area.width, area.height, before, 0, area.width);
            } else if (frame.disposal() == 2 && !part.isEmpty()) {
                seen.setRGB(
                        part.x - area.x,
                        part.y - area.y,
                        part.width,
                        part.height,
                        new int[part.width * part.height],
                        0,
                        part.width);
                checked = false;
            }
        }
        return Optional.empty();
    }

    private void show(GifFrame frame, Rectangle part, BufferedImage seen) throws IOException {
        byte[] pixels = frame.pixels();
        byte[] table = frame.colours().or(() -> colours).orElse(new byte[6]);
        Rectangle box = frame.box();
        for (int y = part.y; y < part.y + part.height; y++) {
            for (int x = part.x; x < part.x + part.width; x++) {
                int number = pixels[(y - box.y) * box.width + x - box.x] & 0xFF;
                if (number != frame.transparent() && 3 * number + 2 < table.length) {
                    int rgb = (table[3 * number] & 0xFF) << 16
                            | (table[3 * number + 1] & 0xFF) << 8
                            | (table[3 * number + 2] & 0xFF);
                    seen.setRGB(x - mark.plate().x, y - mark.plate().y, 0xFF << 24 | rgb);
                }
            }
        }
    }
}
