package io.mingshi.records;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.mingshi.testkit.LocalStack;
import jakarta.transaction.TransactionManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/// A database of its own for one test, with the tables of this module, and transactions as in the service.
public final class TestDatabase implements AutoCloseable {
    static {
        // One database needs no memory of what was prepared, and no folder for it.
        for (String store : List.of("default", "communicationStore", "stateStore")) {
            ObjectStoreEnvironmentBean bean = store.equals("default")
                    ? BeanPopulator.getDefaultInstance(ObjectStoreEnvironmentBean.class)
                    : BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store);
            bean.setObjectStoreType(VolatileStore.class.getName());
        }
    }

    private static final Properties STACK = LocalStack.properties();

    private final String url;
    private final AgroalDataSource dataSource;
    private final TransactionManager transactions = com.arjuna.ats.jta.TransactionManager.transactionManager();

    private TestDatabase(String url) {
        this.url = url;
        try {
            dataSource = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> pool.maxSize(12)
                            .transactionIntegration(new NarayanaTransactionIntegration(
                                    transactions, new TransactionSynchronizationRegistryImple()))
                            .connectionFactoryConfiguration(connection -> connection
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal(STACK.getProperty("postgres.user")))
                                    .credential(new SimplePassword(STACK.getProperty("postgres.password"))))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static TestDatabase fresh() {
        String name = "r" + Long.toString(System.nanoTime(), 36);
        execute(url("postgres"), "create database " + name + " template " + Template.NAME);
        return new TestDatabase(url(name));
    }

    /// The database that another process made.
    public static TestDatabase at(String url) {
        return new TestDatabase(url);
    }

    public String url() {
        return url;
    }

    public AgroalDataSource dataSource() {
        return dataSource;
    }

    /// What a database administrator does: no application is asked.
    public void execute(String sql) {
        execute(url, sql);
    }

    public String one(String sql) {
        try (var connection = DriverManager.getConnection(
                        url, STACK.getProperty("postgres.user"), STACK.getProperty("postgres.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void inTransaction(Runnable deed) {
        try {
            transactions.begin();
            boolean done = false;
            try {
                deed.run();
                done = true;
            } finally {
                if (done) {
                    transactions.commit();
                } else {
                    transactions.rollback();
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /// Made once, by those who need it.
    private static final class Template {
        private static final String NAME = makeTemplate();
    }

    private static String makeTemplate() {
        String name = "t" + Long.toString(System.nanoTime(), 36);
        execute(url("postgres"), "create database " + name);
        Flyway.configure()
                .dataSource(url(name), STACK.getProperty("postgres.user"), STACK.getProperty("postgres.password"))
                .locations("classpath:db/servicekit", "classpath:db/records")
                .load()
                .migrate();
        return name;
    }

    private static String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + STACK.getProperty("postgres.port") + "/" + name;
    }

    private static void execute(String url, String sql) {
        try (var connection = DriverManager.getConnection(
                        url, STACK.getProperty("postgres.user"), STACK.getProperty("postgres.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
