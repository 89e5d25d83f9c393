package io.mingshi.evidencelog.store;

import java.io.IOException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// A bucket in memory, and the ways to it: each writer has one of its own, which breaks after a number of deeds,
/// or lets somebody else act first.
public final class MemoryBucket {
    /// What happens before a deed with that number, from zero; whoever throws keeps it from being done.
    public interface Before {
        void deed(int number) throws IOException;
    }

    private final Map<String, Bucket.Stored> objects = new TreeMap<>();
    private final Map<String, Bucket.Kind> kinds = new TreeMap<>();
    private boolean heedless;
    private int tags;

    /// A store for a writer whose way there is like that.
    public LogStore store(Before before, Before after) throws IOException {
        return new BucketStore(new Way(before, after));
    }

    /// A store for a writer whose way there holds.
    public LogStore store() throws IOException {
        return store(number -> {}, number -> {});
    }

    /// A store whose server takes conditions and does not heed them.
    public LogStore heedless() throws IOException {
        heedless = true;
        return store();
    }

    /// What a reader sees.
    public LogReader reading() {
        return path -> find(path).map(Bucket.Stored::bytes);
    }

    /// The keys in the bucket.
    public synchronized Collection<String> keys() {
        return List.copyOf(objects.keySet());
    }

    /// How an object is served.
    public synchronized String served(String key) {
        return kinds.get(key).contentType() + ", " + kinds.get(key).cacheControl();
    }

    /// Removes an object behind everybody's back.
    public synchronized void lose(String key) {
        objects.remove(key);
    }

    private synchronized Optional<Bucket.Stored> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    private synchronized boolean write(String key, byte[] bytes, Bucket.Kind kind, BooleanSupplier condition) {
        boolean written = heedless || condition.getAsBoolean();
        if (written) {
            objects.put(key, new Bucket.Stored(bytes.clone(), HexFormat.of().toHexDigits(tags++)));
            kinds.put(key, kind);
        }
        return written;
    }

    private final class Way implements Bucket {
        private final Before before;
        private final Before after;
        private final AtomicInteger deeds = new AtomicInteger();

        Way(Before before, Before after) {
            this.before = before;
            this.after = after;
        }

        @Override
        public Optional<Stored> find(String key, int maxBytes) throws IOException {
            return done(() -> MemoryBucket.this.find(key));
        }

        @Override
        public List<String> list(String prefix) throws IOException {
            return done(
                    () -> keys().stream().filter(key -> key.startsWith(prefix)).toList());
        }

        @Override
        public void put(String key, byte[] bytes, Kind kind) throws IOException {
            done(() -> write(key, bytes, kind, () -> true));
        }

        @Override
        public boolean create(String key, byte[] bytes, Kind kind) throws IOException {
            return done(() -> write(key, bytes, kind, () -> !objects.containsKey(key)));
        }

        @Override
        public boolean replace(String key, String tag, byte[] bytes, Kind kind) throws IOException {
            return done(() -> write(
                    key,
                    bytes,
                    kind,
                    () -> objects.containsKey(key) && objects.get(key).tag().equals(tag)));
        }

        @Override
        public void delete(String key) throws IOException {
            done(() -> {
                lose(key);
                return true;
            });
        }

        @Override
        public void close() {
            // Nothing is open.
        }

        private <T> T done(Supplier<T> deed) throws IOException {
            int number = deeds.getAndIncrement();
            before.deed(number);
            T result = deed.get();
            after.deed(number);
            return result;
        }
    }
}
