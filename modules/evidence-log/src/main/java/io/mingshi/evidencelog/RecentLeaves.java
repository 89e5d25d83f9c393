package io.mingshi.evidencelog;

import io.mingshi.evidencelog.merkle.Hash;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/// Where the last leaves are, to find an entry that comes twice; its memory does not grow with the log.
///
/// Two tables take turns: when the younger is full, the older is forgotten. So at least `window` leaves are
/// remembered, at most twice as many.
final class RecentLeaves {
    private final int window;
    private Table younger;
    private Table older;

    RecentLeaves(int window) {
        this.window = window;
        this.younger = new Table(window);
        this.older = new Table(0);
    }

    OptionalLong find(Hash leaf) {
        if (window == 0) {
            return OptionalLong.empty();
        }
        OptionalLong found = younger.find(leaf);
        return found.isPresent() ? found : older.find(leaf);
    }

    void add(Hash leaf, long index) {
        if (window == 0) {
            return;
        }
        if (younger.count == window) {
            older = younger;
            younger = new Table(window);
        }
        younger.add(leaf, index);
    }

    /// Open addressing, at most half full: a slot is the hash, and the index plus one, so that zero is an empty
    /// slot.
    private static final class Table {
        private static final int WORDS = Hash.SIZE / Long.BYTES;
        private static final int SLOT = WORDS + 1;

        private final long[] slots;
        private final int mask;
        private int count;

        Table(int capacity) {
            int size = Integer.highestOneBit(Math.max(1, capacity)) * 4;
            this.mask = size - 1;
            this.slots = new long[size * SLOT];
        }

        OptionalLong find(Hash leaf) {
            ByteBuffer words = ByteBuffer.wrap(leaf.bytes());
            int slot = slot(words);
            return slots[slot + WORDS] == 0 ? OptionalLong.empty() : OptionalLong.of(slots[slot + WORDS] - 1);
        }

        void add(Hash leaf, long index) {
            ByteBuffer words = ByteBuffer.wrap(leaf.bytes());
            int slot = slot(words);
            for (int word = 0; word < WORDS; word++) {
                slots[slot + word] = words.getLong(word * Long.BYTES);
            }
            slots[slot + WORDS] = index + 1;
            count++;
        }

        /// Where the leaf is, or the empty slot where it belongs.
        private int slot(ByteBuffer leaf) {
            int at = (int) leaf.getLong(0) & mask;
            while (slots[at * SLOT + WORDS] != 0 && !holds(at * SLOT, leaf)) {
                at = (at + 1) & mask;
            }
            return at * SLOT;
        }

        private boolean holds(int slot, ByteBuffer leaf) {
            for (int word = 0; word < WORDS; word++) {
                if (slots[slot + word] != leaf.getLong(word * Long.BYTES)) {
                    return false;
                }
            }
            return true;
        }
    }
}
