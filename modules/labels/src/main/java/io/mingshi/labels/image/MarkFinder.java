package io.mingshi.labels.image;

import io.mingshi.labels.container.Perceived;
import io.mingshi.labels.container.Perceived.Box;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Looks for the visible notice `AI生成` along the upper and lower edge of a picture that may have been coded again,
/// made smaller or larger, or cut.
///
/// It knows the letters that this library draws; other sans-serif fonts come near enough, serifs and brush strokes do
/// not. Where it finds nothing there may still be a notice in other words or letters. Safe for use by many threads.
public final class MarkFinder {
    /// The shortest side is made so long for a first look, and so long for a second.
    private static final int COARSE = 128;

    private static final int FINE = 400;

    /// Notices stand in this share of the shortest side, from the edge on.
    private static final double BAND = 0.25;

    /// Plates of the smallest marks lie within so many pixels.
    private static final int LEAST_BAND = 28;

    /// Wider bands, in shortest sides, are cut.
    private static final int WIDEST = 4;

    private static final double LEAST_HEIGHT = 0.045;
    private static final double MOST_HEIGHT = 0.13;

    /// Below this many pixels letters are blots.
    private static final double LEAST_PIXELS = 5.5;

    /// The first look takes every fourth template.
    private static final int COARSE_STEP = 4;

    private static final int CANDIDATES = 5;

    /// What is this unlike is not looked at again.
    private static final double COARSE_LEAST = 0.45;

    /// Marks of this library stay well above both after coding, scaling and cutting; of 594 photographs and parts of
    /// photographs without a mark none came above 0.44 and 0.40.
    private static final double LEAST = 0.62;

    private static final double LEAST_LETTER = 0.5;

    /// Letters of fewer pixels than these are more easily mistaken, and have to be the more alike the smaller they are.
    private static final double CLEAR = 20;

    private static final double MARGIN_PER_PIXEL = 0.02;
    private static final double MOST_MARGIN = 0.2;

    /// A finder; it has no state.
    public MarkFinder() {}

    /// @param template the number of the template
    private record Candidate(double x, double y, int template, double correlation) {
        double inkHeight() {
            return MarkTemplate.of(template).inkHeight();
        }
    }

    /// A band of the picture.
    private record Band(Rectangle part, boolean top) {}

    /// Whether the notice is there, and where.
    public Perceived find(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        if (side < CornerMark.SMALLEST_SIDE) {
            return new Perceived.NotChecked("the picture is too small for a legible notice");
        }
        for (Band band : bands(picture, side)) {
            Optional<Perceived> found = find(picture, band, side);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return new Perceived.NotFound("upper and lower edge");
    }

    /// Of a very wide picture only the ends are searched, so that the time stays bounded.
    private static List<Band> bands(BufferedImage picture, int side) {
        int height = Math.min(picture.getHeight(), (int) Math.ceil(Math.max(BAND * side, LEAST_BAND)));
        int width = Math.min(picture.getWidth(), WIDEST * side);
        List<Band> bands = new ArrayList<>();
        for (int x : width < picture.getWidth() ? new int[] {picture.getWidth() - width, 0} : new int[] {0}) {
            bands.add(new Band(new Rectangle(x, picture.getHeight() - height, width, height), false));
            bands.add(new Band(new Rectangle(x, 0, width, height), true));
        }
        return bands;
    }

    private static Optional<Perceived> find(BufferedImage picture, Band band, int side) {
        double coarseScale = Math.min(1, (double) COARSE / side);
        List<Candidate> candidates = candidates(GreyPlane.of(picture, band.part, coarseScale), side * coarseScale);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        double fineScale = Math.min(1, (double) FINE / side);
        GreyPlane fine = GreyPlane.of(picture, band.part, fineScale);
        for (Candidate candidate : candidates) {
            Optional<Candidate> sure = refined(fine, candidate, fineScale / coarseScale);
            if (sure.isPresent()) {
                return Optional.of(found(picture, band, sure.get(), fineScale));
            }
        }
        return Optional.empty();
    }

    private static List<Candidate> candidates(GreyPlane plane, double side) {
        List<Candidate> best = new ArrayList<>();
        int most = MarkTemplate.number(Math.max(MOST_HEIGHT * side, 13));
        int least = MarkTemplate.number(Math.max(LEAST_HEIGHT * side, LEAST_PIXELS));
        for (int number = least; number <= most; number += COARSE_STEP) {
            MarkTemplate template = MarkTemplate.of(number);
            for (int y = 0; y + template.height() <= plane.height(); y++) {
                for (int x = 0; x + template.width() <= plane.width(); x++) {
                    double correlation = Math.abs(template.correlation(plane, x, y));
                    if (correlation >= COARSE_LEAST) {
                        keep(best, new Candidate(x, y, number, correlation));
                    }
                }
            }
        }
        best.sort(Comparator.comparingDouble(Candidate::correlation).reversed());
        return best;
    }

    /// Of candidates that overlap only the best stays.
    private static void keep(List<Candidate> best, Candidate candidate) {
        for (int i = 0; i < best.size(); i++) {
            Candidate other = best.get(i);
            boolean same = Math.abs(other.x - candidate.x) < candidate.inkHeight()
                    && Math.abs(other.y - candidate.y) < candidate.inkHeight() / 2;
            if (same) {
                if (candidate.correlation > other.correlation) {
                    best.set(i, candidate);
                }
                return;
            }
        }
        if (best.size() < CANDIDATES) {
            best.add(candidate);
            return;
        }
        int least = 0;
        for (int i = 1; i < best.size(); i++) {
            least = best.get(i).correlation < best.get(least).correlation ? i : least;
        }
        if (candidate.correlation > best.get(least).correlation) {
            best.set(least, candidate);
        }
    }

    private static Optional<Candidate> refined(GreyPlane plane, Candidate rough, double scale) {
        int number = MarkTemplate.number(rough.inkHeight() * scale);
        Candidate best = new Candidate(rough.x * scale, rough.y * scale, number, 0);
        for (int step = 2; step > 0; step--) {
            int reach = step == 2 ? (int) Math.ceil(scale) + 1 : 2;
            Candidate center = best;
            for (int i = -1; i <= 1; i++) {
                best = around(plane, center, center.template + i * step, reach, best);
            }
        }
        MarkTemplate template = MarkTemplate.of(best.template);
        int x = (int) best.x;
        int y = (int) best.y;
        double margin = Math.clamp((CLEAR - best.inkHeight()) * MARGIN_PER_PIXEL, 0, MOST_MARGIN);
        boolean sure = Math.abs(best.correlation) >= LEAST + margin
                && template.leastLetter(plane, x, y, best.correlation > 0) >= LEAST_LETTER + margin;
        return sure ? Optional.of(best) : Optional.empty();
    }

    private static Candidate around(GreyPlane plane, Candidate center, int number, int reach, Candidate bestSoFar) {
        MarkTemplate template = MarkTemplate.of(number);
        Candidate best = bestSoFar;
        int fromX = (int) Math.round(center.x);
        int fromY = (int) Math.round(center.y);
        for (int y = Math.max(0, fromY - reach); y <= fromY + reach && y + template.height() <= plane.height(); y++) {
            for (int x = Math.max(0, fromX - reach); x <= fromX + reach; x++) {
                if (x + template.width() > plane.width()) {
                    break;
                }
                double correlation = template.correlation(plane, x, y);
                if (Math.abs(correlation) > Math.abs(best.correlation)) {
                    best = new Candidate(x, y, number, correlation);
                }
            }
        }
        return best;
    }

    private static Perceived found(BufferedImage picture, Band band, Candidate at, double scale) {
        MarkTemplate template = MarkTemplate.of(at.template);
        double width = picture.getWidth();
        double height = picture.getHeight();
        Box box = new Box(
                (band.part.x + at.x / scale) / width,
                (band.part.y + at.y / scale) / height,
                Math.min(1, template.width() / scale / width),
                Math.min(1, template.height() / scale / height));
        double center = box.x() + box.width() / 2;
        String side = center < 1 / 3.0 ? " left" : center > 2 / 3.0 ? " right" : " middle";
        return new Perceived.Found((band.top ? "upper" : "lower") + side, Optional.of(box));
    }
}
