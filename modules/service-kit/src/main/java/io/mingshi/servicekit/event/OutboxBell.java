package io.mingshi.servicekit.event;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Wakes the relays of all instances once a fact is committed.
///
/// NOTIFY within the transaction of the fact would let the commits of a whole database server wait for each
/// other: PostgreSQL holds one lock from there until the commit is on disk. So it is sent afterwards, one for
/// many commits, in a transaction that writes nothing. One that is lost costs the time until the next poll.
final class OutboxBell {
    private static final Logger LOG = Logger.getLogger(OutboxBell.class);

    private final String module;
    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Semaphore rung = new Semaphore(0);
    private volatile @Nullable Thread ringer;

    OutboxBell(String module, DataSource dataSource, TransactionSynchronizationRegistry transactions) {
        this.module = module;
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    void start() {
        ringer = Thread.ofVirtual().name("outbox-bell-" + module).start(this::run);
    }

    void stop() {
        Thread running = ringer;
        if (running != null) {
            running.interrupt();
        }
    }

    /// Once for each transaction, however many facts it writes.
    void ringAfterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            rung.release();
        } else if (transactions.getResource(this) == null) {
            transactions.putResource(this, module);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // nothing is written but the facts themselves
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        rung.release();
                    }
                }
            });
        }
    }

    private void run() {
        try {
            while (true) {
                rung.acquire();
                rung.drainPermits();
                ring();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ring() {
        try (var connection = dataSource.getConnection();
                var notify = connection.prepareStatement("select pg_notify(?, '')")) {
            notify.setString(1, OutboxRelay.CHANNEL);
            notify.execute();
        } catch (SQLException e) {
            LOG.debugf("outbox of %s: nobody was woken (%s); the next poll finds the facts", module, e.getMessage());
        }
    }
}
