package io.mingshi.labels.watermark.code;

import java.util.Arrays;

/// The convolutional code of rate 1/3 and constraint length 9 with the generators 557, 663 and 711 (octal),
/// tail-biting:
/// the message is a ring, so that no bits are spent on leading the encoder home.
///
/// It is decoded by the Viterbi algorithm on soft values, which is worth 2 dB against hard decisions.
final class ConvolutionalCode {
    static final int RATE = 3;

    private static final int[] GENERATORS = {0557, 0663, 0711};
    private static final int MEMORY = 8;
    private static final int STATES = 1 << MEMORY;

    /// So many steps (over five constraint lengths) the decoder runs before the ring's start and past its end: by then
    /// all survivors have the same past.
    private static final int OVERLAP = 48;

    /// The three output bits for each content of the register, newest bit highest.
    private static final int[] OUTPUT = outputs();

    private ConvolutionalCode() {}

    private static int[] outputs() {
        int[] outputs = new int[2 * STATES];
        for (int register = 0; register < outputs.length; register++) {
            for (int g = 0; g < RATE; g++) {
                outputs[register] |= (Integer.bitCount(register & GENERATORS[g]) & 1) << g;
            }
        }
        return outputs;
    }

    /// Three values of +1 (a one) or -1 (a zero) for each bit of the message, which has at least nine.
    static float[] encode(boolean[] message) {
        int state = 0;
        for (int i = message.length - MEMORY; i < message.length; i++) {
            state = register(state, message[i]) >> 1;
        }
        float[] coded = new float[RATE * message.length];
        for (int i = 0; i < message.length; i++) {
            int register = register(state, message[i]);
            for (int g = 0; g < RATE; g++) {
                coded[RATE * i + g] = ((OUTPUT[register] >> g) & 1) == 1 ? 1 : -1;
            }
            state = register >> 1;
        }
        return coded;
    }

    private static int register(int state, boolean bit) {
        return bit ? STATES | state : state;
    }

    /// The likeliest message.
    ///
    /// @param soft how surely each coded bit is a one (above 0) or a zero (below), in any unit; NaN is unknown
    static boolean[] decode(float[] soft) {
        int length = soft.length / RATE;
        int steps = length + 2 * OVERLAP;
        boolean[][] oldestBit = new boolean[steps][STATES];
        float[] score = new float[STATES];
        float[] next = new float[STATES];
        float[] gain = new float[1 << RATE];
        for (int step = 0; step < steps; step++) {
            gains(soft, RATE * Math.floorMod(step - OVERLAP, length), gain);
            advance(score, gain, next, oldestBit[step]);
            float[] spent = score;
            score = next;
            next = spent;
        }
        return trace(best(score), oldestBit, length);
    }

    private static void gains(float[] soft, int at, float[] gain) {
        Arrays.fill(gain, 0);
        for (int g = 0; g < RATE; g++) {
            float value = Float.isNaN(soft[at + g]) ? 0 : soft[at + g];
            for (int output = 0; output < gain.length; output++) {
                gain[output] += ((output >> g) & 1) == 1 ? value : -value;
            }
        }
    }

    private static void advance(float[] score, float[] gain, float[] next, boolean[] oldestBit) {
        for (int state = 0; state < STATES; state++) {
            int register = state << 1;
            int before = register & (STATES - 1);
            float zero = score[before] + gain[OUTPUT[register]];
            float one = score[before + 1] + gain[OUTPUT[register + 1]];
            oldestBit[state] = one > zero;
            next[state] = Math.max(zero, one);
        }
    }

    private static int best(float[] score) {
        int best = 0;
        for (int state = 1; state < STATES; state++) {
            if (score[state] > score[best]) {
                best = state;
            }
        }
        return best;
    }

    private static boolean[] trace(int last, boolean[][] oldestBit, int length) {
        boolean[] message = new boolean[length];
        int state = last;
        for (int step = oldestBit.length - 1; step >= OVERLAP; step--) {
            if (step < length + OVERLAP) {
                message[step - OVERLAP] = state >> (MEMORY - 1) == 1;
            }
            state = ((state << 1) & (STATES - 1)) | (oldestBit[step][state] ? 1 : 0);
        }
        return message;
    }
}
