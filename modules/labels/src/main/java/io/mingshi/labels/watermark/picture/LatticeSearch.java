package io.mingshi.labels.watermark.picture;

import io.mingshi.labels.watermark.code.SealedId;
import io.mingshi.labels.watermark.picture.Pattern.Alignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Finds a watermark in a picture that was cut, turned, stretched or mirrored.
///
/// The repeated tile makes a lattice in the picture's spectrum, whose place tells scale, angle and aspect whatever the
/// id and wherever the cut. Only the best few places are looked at with the key: at most [#MOST_PLACES] times two
/// attempts are made at decoding, well within what [SealedId] allows.
final class LatticeSearch {
    /// The picture is taken to have been cut to about one part in so many, side by side; each band covers its
    /// neighbourhood.
    private static final double[] CUTS = {0.987, 1.27, 1.63, 2.02};

    private static final double SMALLEST_SCALE = 0.875;
    private static final double LARGEST_SCALE = 1.14;
    private static final double LARGEST_ASPECT = 1.25;
    private static final double STEP = 1.004;
    private static final double LARGEST_ANGLE = 6;
    private static final double ANGLE_STEP = 0.25;

    /// Placements closer than this are the same peak.
    private static final double SAME_PEAK = 0.02;

    private static final int PEAKS = 6;
    private static final int MOST_PLACES = 10;

    /// Noise stays below this at nearly all of the places and poses looked at.
    private static final double LEAST_ALIGNMENT = 4.8;

    /// Pictures without a watermark hardly ever show a lattice as clear as this: such a place is worth a second look.
    private static final double CLEAR_LATTICE = 8;

    private static final double[] REFINEMENTS = {0.002, 0.001, 0.0005};

    private final Luma luma;
    private final Pattern pattern;
    private final SealedId sealed;

    LatticeSearch(Luma luma, Pattern pattern, SealedId sealed) {
        this.luma = luma;
        this.pattern = pattern;
        this.sealed = sealed;
    }

    /// A place where a lattice may be.
    private record Place(Plane signal, Placement placement, double score) {}

    /// What a place looks like with the key.
    private record View(Spectrum spectrum, Alignment alignment) {
        OptionalLong decode(Pattern pattern, SealedId sealed) {
            return sealed.decode(pattern.read(spectrum.shifted(alignment.x(), alignment.y())));
        }
    }

    OptionalLong find() {
        Plane twice = CanonicalFrame.of(luma, 2.0 * CanonicalFrame.SIDE);
        List<Place> places = new ArrayList<>();
        for (double cut : CUTS) {
            places.addAll(peaks(new Texture(CanonicalFrame.of(twice, CanonicalFrame.SIDE / cut)).signal()));
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(Place::score).reversed())
                .limit(MOST_PLACES)
                .map(this::lookAt)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static List<Place> peaks(Plane signal) {
        PowerMap map = new PowerMap(signal);
        List<Place> all = new ArrayList<>();
        for (double scale = SMALLEST_SCALE; scale <= LARGEST_SCALE; scale *= STEP) {
            for (double angle = -LARGEST_ANGLE; angle <= LARGEST_ANGLE; angle += ANGLE_STEP) {
                all.add(place(signal, map, Placement.turned(scale, angle)));
            }
            for (double aspect = 1 / LARGEST_ASPECT; aspect <= LARGEST_ASPECT; aspect *= STEP) {
                all.add(place(signal, map, Placement.scaled(scale * aspect, scale / aspect)));
            }
        }
        all.sort(Comparator.comparingDouble(Place::score).reversed());
        List<Place> peaks = new ArrayList<>();
        for (int i = 0; i < all.size() && peaks.size() < PEAKS; i++) {
            Place next = all.get(i);
            if (peaks.stream().allMatch(peak -> peak.placement.distance(next.placement) >= SAME_PEAK)) {
                peaks.add(next);
            }
        }
        return peaks.stream().map(peak -> climbed(peak, map)).toList();
    }

    private static Place place(Plane signal, PowerMap map, Placement placement) {
        return new Place(signal, placement, map.lattice(placement));
    }

    private static Place climbed(Place from, PowerMap map) {
        Place best = from;
        for (double step : REFINEMENTS) {
            for (Placement small : changes(step)) {
                Place next = place(from.signal, map, best.placement.after(small));
                best = next.score > best.score ? next : best;
            }
        }
        return best;
    }

    private static List<Placement> changes(double step) {
        List<Placement> changes = new ArrayList<>();
        for (double by : new double[] {-step, step}) {
            changes.add(new Placement(1 + by, 0, 0, 1));
            changes.add(new Placement(1, 0, 0, 1 + by));
            changes.add(new Placement(1, -by, by, 1));
            changes.add(new Placement(1, by, by, 1));
        }
        return changes;
    }

    private OptionalLong lookAt(Place place) {
        Spectrum upright = place.placement.fold(place.signal);
        View best = view(upright, 0);
        int pose = 0;
        for (int p = 1; p < Spectrum.POSES; p++) {
            View next = view(upright, p);
            if (next.alignment.score() > best.alignment.score()) {
                best = next;
                pose = p;
            }
        }
        if (best.alignment.score() < LEAST_ALIGNMENT && place.score < CLEAR_LATTICE) {
            return OptionalLong.empty();
        }
        OptionalLong id = best.decode(pattern, sealed);
        return id.isPresent() ? id : refined(place, pose, best).decode(pattern, sealed);
    }

    private View view(Spectrum upright, int pose) {
        Spectrum posed = upright.posed(pose);
        return new View(posed, pattern.align(posed));
    }

    private View refined(Place place, int pose, View from) {
        View best = from;
        Placement placement = place.placement;
        for (double step : REFINEMENTS) {
            for (Placement small : changes(step)) {
                Placement next = placement.after(small);
                View view = view(next.fold(place.signal), pose);
                if (view.alignment.score() > best.alignment.score()) {
                    best = view;
                    placement = next;
                }
            }
        }
        return best;
    }
}
