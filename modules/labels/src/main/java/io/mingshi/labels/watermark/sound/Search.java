package io.mingshi.labels.watermark.sound;

import io.mingshi.labels.watermark.code.SealedId;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/// Finds where in a sound the pattern lies and at what tempo, and reads what it says.
final class Search {
    private static final int MOMENTS = Spectrogram.MOMENTS_PER_SYMBOL;

    private final Placement placement;
    private final SealedId seal;
    private final float[][] evidence;
    private final float[][] agreement;

    /// @param start the moment of the pattern's first symbol, at or after the start of the sound
    /// @param pace moments per symbol
    private record Place(float score, int start, double pace) {}

    Search(Placement placement, SealedId seal, float[][] evidence) {
        this.placement = placement;
        this.seal = seal;
        this.evidence = evidence;
        agreement = new float[Layout.SYMBOLS][evidence.length];
        for (int symbol = 0; symbol < Layout.SYMBOLS; symbol++) {
            for (int moment = 0; moment < evidence.length; moment++) {
                agreement[symbol][moment] = placement.agreement(symbol, evidence[moment]);
            }
        }
    }

    /// The number, from the likeliest places.
    ///
    /// @param change the tempo is looked for from 1 - `change` to 1 + `change`
    /// @param attempts how many places may be decoded
    OptionalLong read(double change, int attempts) {
        PriorityQueue<Place> likeliest = new PriorityQueue<>(Comparator.comparingDouble(Place::score));
        // over the whole sound, two neighbouring tempos drift apart by 1.5 moments on each side of its middle
        double step = 3.0 / evidence.length * MOMENTS;
        int steps = (int) Math.ceil(change * MOMENTS / step);
        for (int i = -steps; i <= steps; i++) {
            double pace = MOMENTS + (steps == 0 ? 0 : i * change * MOMENTS / steps);
            offer(pace, attempts, likeliest);
        }
        return likeliest.stream()
                .sorted(Comparator.comparingDouble(Place::score).reversed())
                .map(this::read)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private void offer(double pace, int attempts, PriorityQueue<Place> likeliest) {
        int starts = (int) (Layout.SYMBOLS * pace);
        float before = score(starts - 1, pace);
        float score = score(0, pace);
        for (int start = 0; start < starts; start++) {
            float after = score(start + 1, pace);
            if (score >= before && score >= after) {
                likeliest.add(new Place(score, start, pace));
                if (likeliest.size() > attempts) {
                    likeliest.remove();
                }
            }
            before = score;
            score = after;
        }
    }

    private float score(int start, double pace) {
        int ago = (int) (start / pace);
        int symbol = Math.floorMod(-ago, Layout.SYMBOLS);
        float score = 0;
        for (double moment = start - ago * pace; moment < evidence.length; moment += pace) {
            score += agreement[symbol][(int) moment];
            symbol = symbol + 1 == Layout.SYMBOLS ? 0 : symbol + 1;
        }
        return score;
    }

    private OptionalLong read(Place place) {
        float[] code = new float[SealedId.CODED_BITS];
        int ago = (int) (place.start / place.pace);
        int symbol = Math.floorMod(-ago, Layout.SYMBOLS);
        for (double moment = place.start - ago * place.pace; moment < evidence.length; moment += place.pace) {
            placement.collect(symbol, evidence[(int) moment], code);
            symbol = symbol + 1 == Layout.SYMBOLS ? 0 : symbol + 1;
        }
        return seal.decode(code);
    }
}
