package io.mingshi.screening;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A linear model over hashed letter n-grams: fast enough for every sentence, and its file is all it needs.
///
/// The file: the eight bytes `MSLINEAR`, then big-endian the version 1, the longest n-gram (1 to 4) and the number of
/// bits of the table (8 to 22) as 32-bit integers, the bias and two to that many weights as 32-bit floats. The
/// score is the logistic function of the bias and the sum of the weights over the square root of their number.
public final class LinearClassifier implements TextClassifier {
    private static final long MAGIC = 0x4D534C494E454152L;
    private static final int VERSION = 1;

    private final int longest;
    private final float bias;
    private final float[] weights;

    private LinearClassifier(int longest, float bias, float[] weights) {
        this.longest = longest;
        this.bias = bias;
        this.weights = weights;
    }

    /// Reads a model.
    ///
    /// @throws IOException with one sentence if it is none
    public static LinearClassifier read(InputStream file) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(file));
        if (in.readLong() != MAGIC || in.readInt() != VERSION) {
            throw new IOException("this is no linear text classifier of version " + VERSION);
        }
        int longest = within("longest n-gram", in.readInt(), 1, 4);
        int bits = within("number of bits", in.readInt(), 8, 22);
        float bias = finite(in.readFloat());
        var weights = new float[1 << bits];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = finite(in.readFloat());
        }
        if (in.read() >= 0) {
            throw new IOException("the classifier's file goes on after its weights");
        }
        return new LinearClassifier(longest, bias, weights);
    }

    /// The places in the table of a text's n-grams, for whoever trains a model.
    ///
    /// @param bits of the table
    public static int[] places(String sentence, int longest, int bits) {
        int[] letters = sentence.codePoints().toArray();
        var places = new int[longest * letters.length];
        int count = 0;
        for (int from = 0; from < letters.length; from++) {
            int hash = 0x811C9DC5;
            for (int n = 0; n < longest && from + n < letters.length; n++) {
                hash = (hash ^ letters[from + n]) * 0x01000193;
                places[count++] = (hash ^ hash >>> 15) & (1 << bits) - 1;
            }
        }
        return Arrays.copyOf(places, count);
    }

    @Override
    public double score(String sentence) {
        int[] places = places(sentence, longest, Integer.numberOfTrailingZeros(weights.length));
        double sum = 0;
        for (int place : places) {
            sum += weights[place];
        }
        return 1 / (1 + Math.exp(-(bias + sum / Math.sqrt(Math.max(1, places.length)))));
    }

    private static int within(String what, int value, int least, int most) throws IOException {
        if (value < least || value > most) {
            throw new IOException(
                    "the " + what + " of a classifier is from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    private static float finite(float value) throws IOException {
        if (!Float.isFinite(value)) {
            throw new IOException("a weight of the classifier is no finite number");
        }
        return value;
    }
}
