package io.mingshi.records.store;

import static io.mingshi.records.RecordsProblem.KEYS_UNUSABLE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.crypto.tink.Aead;
import io.agroal.api.AgroalDataSource;
import io.mingshi.servicekit.crypto.KeyWrapping;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The keys under which texts are sealed: one for each person, class and month, so that what a person is told
/// to be gone and what a period has ended is gone from backups too. All methods take part in the current
/// transaction.
@Singleton
class SealKeys {
    private static final Logger LOG = Logger.getLogger(SealKeys.class);

    /// Unwrapped keys are remembered by their wrapped form: one that was destroyed is never asked for.
    private static final int REMEMBERED = 20_000;

    private final AgroalDataSource dataSource;
    private final KeyWrapping wrapping;
    private final Map<String, Aead> unwrapped = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Aead> eldest) {
            return size() > REMEMBERED;
        }
    };

    SealKeys(@DataSource("records") AgroalDataSource dataSource, KeyWrapping wrapping) {
        this.dataSource = dataSource;
        this.wrapping = wrapping;
    }

    /// The keys of these owners; missing ones are made.
    ///
    /// @throws IllegalStateException when a key was destroyed: nothing more is kept under it
    Map<KeyOwner, Aead> toSeal(Collection<KeyOwner> owners) {
        try (var connection = dataSource.getConnection()) {
            Set<KeyOwner> sorted = new TreeSet<>(owners); // always in one order, so that two batches cannot deadlock
            Map<KeyOwner, Aead> found = keys(stored(connection, sorted, "false"));
            List<KeyOwner> missing =
                    sorted.stream().filter(owner -> !found.containsKey(owner)).toList();
            if (!missing.isEmpty()) {
                make(connection, missing);
                found.putAll(keys(stored(connection, missing, "false")));
            }
            for (KeyOwner owner : sorted) {
                if (!found.containsKey(owner)) {
                    throw new IllegalStateException("the key of " + owner + " was destroyed: nothing is kept under it");
                }
            }
            return found;
        } catch (DoesNotUnwrap e) {
            LOG.error("nothing is kept until the key is right again", e);
            throw KEYS_UNUSABLE.with(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of records cannot be read", e);
        }
    }

    /// A key that is stored and cannot be used.
    private static final class DoesNotUnwrap extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        DoesNotUnwrap(Throwable cause) {
            super("a key of records does not unwrap: it was changed, or mingshi.kek is another one", cause);
        }
    }

    /// A key as it is stored.
    ///
    /// @param storageOnly whether the person asked for erasure before the end of the month
    record Stored(Aead key, boolean storageOnly) {}

    private static Map<KeyOwner, Aead> keys(Map<KeyOwner, Stored> stored) {
        Map<KeyOwner, Aead> keys = new HashMap<>();
        stored.forEach((owner, one) -> keys.put(owner, one.key()));
        return keys;
    }

    /// The keys of these owners that still exist.
    Map<KeyOwner, Stored> toOpen(Collection<KeyOwner> owners) {
        try (var connection = dataSource.getConnection()) {
            return stored(connection, owners, ERASED);
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of records cannot be read", e);
        }
    }

    /// Those of these owners whose key is noted, be it there or destroyed.
    Set<KeyOwner> noted(Collection<KeyOwner> owners) {
        List<KeyOwner> asked = new ArrayList<>(owners);
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("""
                select asked.place
                from unnest(?::text[], ?::text[], ?::date[]) with ordinality asked (person, retention_class, month, place)
                join seal_key using (person, retention_class, month)""")) {
            bind(connection, select, asked);
            Set<KeyOwner> found = new HashSet<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(asked.get(rows.getInt(1) - 1));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the keys of records cannot be read", e);
        }
    }

    private void make(Connection connection, List<KeyOwner> owners) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into seal_key (person, retention_class, month, wrapped) values (?, ?, ?, ?)"
                        + " on conflict do nothing")) {
            for (KeyOwner owner : owners) {
                insert.setString(1, owner.person().value());
                insert.setString(2, owner.retentionClass().name());
                insert.setObject(3, owner.month().atDay(1));
                insert.setBytes(4, wrapping.newWrapped(owner.toString()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// What is sealed now is not asked whether it may be read.
    private static final String ERASED =
            "exists (select 1 from erasure e where e.person = person_hash(asked.person) and asked.month <= e.through)";

    private Map<KeyOwner, Stored> stored(Connection connection, Collection<KeyOwner> owners, String erased)
            throws SQLException {
        Map<KeyOwner, Stored> found = new HashMap<>();
        try (var select = connection.prepareStatement("select asked.place, wrapped, " + erased
                + " from unnest(?::text[], ?::text[], ?::date[]) with ordinality"
                + " asked (person, retention_class, month, place)"
                + " join seal_key using (person, retention_class, month) where wrapped is not null")) {
            List<KeyOwner> asked = new ArrayList<>(owners);
            bind(connection, select, asked);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    KeyOwner owner = asked.get(rows.getInt(1) - 1);
                    found.put(owner, new Stored(unwrap(owner, rows.getBytes(2)), rows.getBoolean(3)));
                }
            }
        }
        return found;
    }

    private static void bind(Connection connection, PreparedStatement select, List<KeyOwner> asked)
            throws SQLException {
        select.setArray(1, texts(connection, asked, owner -> owner.person().value()));
        select.setArray(
                2, texts(connection, asked, owner -> owner.retentionClass().name()));
        select.setArray(
                3, texts(connection, asked, owner -> owner.month().atDay(1).toString()));
    }

    private static Array texts(Connection connection, List<KeyOwner> owners, Function<KeyOwner, String> column)
            throws SQLException {
        return connection.createArrayOf("text", owners.stream().map(column).toArray());
    }

    private Aead unwrap(KeyOwner owner, byte[] wrapped) {
        String name = owner + "=" + new String(wrapped, ISO_8859_1);
        synchronized (unwrapped) {
            @Nullable Aead known = unwrapped.get(name);
            if (known != null) {
                return known;
            }
        }
        try {
            Aead key = wrapping.unwrap(owner.toString(), wrapped);
            synchronized (unwrapped) {
                unwrapped.put(name, key);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new DoesNotUnwrap(e);
        }
    }
}
