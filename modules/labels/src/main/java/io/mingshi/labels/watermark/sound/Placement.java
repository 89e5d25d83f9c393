package io.mingshi.labels.watermark.sound;

import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.labels.watermark.code.KeyedSequence;
import io.mingshi.labels.watermark.code.SealedId;
import java.util.stream.IntStream;

/// Which cell carries which coded bit and with which sign, and which cells always say the same, to be found by.
final class Placement {
    /// Cells of each symbol that carry no bit: as few as still find the mark whenever its bits can be decoded.
    private static final int SYNC_CELLS = 14;

    private static final int SYNC = -1;

    private final int[][] bits = new int[Layout.SYMBOLS][Layout.CELLS];
    private final byte[][] signs = new byte[Layout.SYMBOLS][Layout.CELLS];
    private final int[][] syncCells = new int[Layout.SYMBOLS][];

    Placement(WatermarkKey key) {
        KeyedSequence sequence = new KeyedSequence(key, "sound places");
        int[] order = IntStream.range(0, SealedId.CODED_BITS).toArray();
        int used = order.length;
        for (int symbol = 0; symbol < Layout.SYMBOLS; symbol++) {
            int[] cells = IntStream.range(0, Layout.CELLS).toArray();
            sequence.shuffle(cells);
            syncCells[symbol] = IntStream.of(cells).limit(SYNC_CELLS).toArray();
            for (int i = 0; i < cells.length; i++) {
                signs[symbol][cells[i]] = (byte) sequence.sign();
                if (i >= SYNC_CELLS && used == order.length) {
                    sequence.shuffle(order);
                    used = 0;
                }
                bits[symbol][cells[i]] = i < SYNC_CELLS ? SYNC : order[used++];
            }
        }
    }

    /// +1 where a cell becomes louder, -1 where it becomes softer.
    byte[][] directions(float[] code) {
        byte[][] directions = new byte[Layout.SYMBOLS][Layout.CELLS];
        for (int symbol = 0; symbol < Layout.SYMBOLS; symbol++) {
            for (int cell = 0; cell < Layout.CELLS; cell++) {
                int bit = bits[symbol][cell];
                boolean same = bit == SYNC || code[bit] > 0;
                directions[symbol][cell] = (byte) (same ? signs[symbol][cell] : -signs[symbol][cell]);
            }
        }
        return directions;
    }

    /// How well the cells at a moment agree with a symbol's sync cells.
    float agreement(int symbol, float[] evidence) {
        float sum = 0;
        for (int cell : syncCells[symbol]) {
            sum += signs[symbol][cell] * evidence[cell];
        }
        return sum;
    }

    /// Adds what the cells at a moment say of the coded bits, if they are this symbol.
    void collect(int symbol, float[] evidence, float[] code) {
        for (int cell = 0; cell < Layout.CELLS; cell++) {
            int bit = bits[symbol][cell];
            if (bit != SYNC) {
                code[bit] += signs[symbol][cell] * evidence[cell];
            }
        }
    }
}
