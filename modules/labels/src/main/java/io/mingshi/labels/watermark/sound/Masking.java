package io.mingshi.labels.watermark.sound;

/// How loud something may be in each critical band before the ear hears it beside the sound (Johnston's model of 1988).
///
/// The energy of each Bark band is spread to its neighbours; what a sound conceals lies below it by an offset that is
/// larger for tones than for noise, and is never less than the threshold in quiet.
final class Masking {
    /// Edges of the critical bands in hertz (Zwicker).
    private static final int[] EDGES = {
        0, 100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300,
        6400, 7700, 9500, 12_000, 15_500, 24_000
    };

    /// Sound pressure level of a sine of full scale; playback is rarely louder.
    private static final double FULL_SCALE_DECIBEL = 96;

    /// Spectral flatness of a pure tone in decibel.
    private static final double TONAL_FLATNESS = -60;

    /// Tonality is judged below: most sound has little above, which says nothing of its tones.
    private static final double JUDGED_HERTZ = 8000;

    /// Power that no tone has, -120 dB of full scale.
    private static final double INAUDIBLE = 1e-12;

    private final int[] bandOfBin;
    private final int judged;
    private final int bands;
    private final double[] quiet;
    private final double[][] spreading;

    /// @param bins from 0 Hz, evenly spaced
    Masking(int bins, double binHertz) {
        bandOfBin = new int[bins];
        judged = (int) Math.min(bins, JUDGED_HERTZ / binHertz);
        for (int bin = 0, band = 0; bin < bins; bin++) {
            while (band < EDGES.length - 2 && bin * binHertz >= EDGES[band + 1]) {
                band++;
            }
            bandOfBin[bin] = band;
        }
        bands = bandOfBin[bins - 1] + 1;
        quiet = new double[bands];
        spreading = new double[bands][bands];
        for (int band = 0; band < bands; band++) {
            quiet[band] = quiet(EDGES[band], EDGES[band + 1]);
            spreading[band] = spreading(band, bands);
        }
    }

    int bands() {
        return bands;
    }

    int band(int bin) {
        return bandOfBin[bin];
    }

    /// The energy of each band.
    ///
    /// @param power of each bin; a sine of full scale sums to 1
    double[] energy(double[] power) {
        double[] energy = new double[bands];
        for (int bin = 0; bin < bandOfBin.length; bin++) {
            energy[bandOfBin[bin]] += power[bin];
        }
        return energy;
    }

    /// The energy that stays unheard in each band.
    double[] threshold(double[] power) {
        double[] energy = energy(power);
        double tonality = tonality(power);
        double[] threshold = new double[bands];
        for (int band = 0; band < bands; band++) {
            double spread = 0;
            for (int other = 0; other < bands; other++) {
                spread += spreading[band][other] * energy[other];
            }
            double offset = tonality * (14.5 + band + 1) + (1 - tonality) * 5.5;
            threshold[band] = Math.max(quiet[band], spread * Math.pow(10, -offset / 10));
        }
        return threshold;
    }

    /// 1 for tones, 0 for noise, by the flatness of the spectrum: geometric over arithmetic mean.
    private double tonality(double[] power) {
        double logarithms = 0;
        double sum = 0;
        int count = 0;
        double product = 1;
        for (int bin = 1; bin < judged; bin++) {
            double value = power[bin] + INAUDIBLE;
            sum += value;
            product *= value;
            count++;
            if (count % 8 == 0 || bin == judged - 1) { // a logarithm costs more than it does to multiply
                logarithms += Math.log10(product);
                product = 1;
            }
        }
        double flatness = 10 * (logarithms / count - Math.log10(sum / count));
        return Math.clamp(flatness / TONAL_FLATNESS, 0, 1);
    }

    /// The threshold in quiet of the most sensitive place in a band (Terhardt), as an energy.
    private static double quiet(double from, double to) {
        double least = Double.MAX_VALUE;
        for (double hertz = Math.max(from, 20); hertz <= to; hertz += 10) {
            double kilo = hertz / 1000;
            double decibel = 3.64 * Math.pow(kilo, -0.8)
                    - 6.5 * Math.exp(-0.6 * Math.pow(kilo - 3.3, 2))
                    + 1e-3 * Math.pow(kilo, 4);
            least = Math.min(least, decibel);
        }
        return Math.pow(10, (least - FULL_SCALE_DECIBEL) / 10);
    }

    /// What each band gives to one band, normalised to 1 in all (Schroeder).
    private static double[] spreading(int to, int bands) {
        double[] share = new double[bands];
        double sum = 0;
        for (int from = 0; from < bands; from++) {
            double distance = to - from + 0.474;
            double decibel = 15.81 + 7.5 * distance - 17.5 * Math.sqrt(1 + distance * distance);
            share[from] = Math.pow(10, decibel / 10);
            sum += share[from];
        }
        for (int from = 0; from < bands; from++) {
            share[from] /= sum;
        }
        return share;
    }
}
