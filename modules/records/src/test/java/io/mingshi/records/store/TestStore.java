package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.LogLedger;
import io.mingshi.records.ProducerProgress;
import io.mingshi.records.Records;
import io.mingshi.records.StoredRecords;
import io.mingshi.servicekit.crypto.KeyWrapping;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;

/// The store of one database, without an application around it.
public final class TestStore {
    private final AgroalDataSource database;
    private final Sealing sealing;
    private final SealKeys keys;

    public TestStore(AgroalDataSource database, KeyWrapping wrapping) {
        this.database = database;
        this.keys = new SealKeys(database, wrapping);
        this.sealing = new Sealing(keys);
    }

    public Records records() {
        return new RecordRows(database, sealing, new OwnTransaction(database), new RowSelect(database, sealing));
    }

    public StoredRecords stored() {
        return new StoredRows(database, sealing, keys);
    }

    public LogLedger ledger() {
        return new LogRows(database);
    }

    public ProducerProgress progress() {
        return new ProducerRows(database);
    }

    /// Another thread has no part in the current transaction.
    private static final class OwnTransaction extends Partitions {
        OwnTransaction(AgroalDataSource database) {
            super(database);
        }

        @Override
        void ensure(Collection<KeyOwner> owners) {
            owners.forEach(owner -> CompletableFuture.runAsync(() -> make(owner.retentionClass(), owner.month()))
                    .join());
        }
    }
}
