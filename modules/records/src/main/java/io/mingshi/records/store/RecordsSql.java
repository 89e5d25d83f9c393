package io.mingshi.records.store;

import io.agroal.api.AgroalDataSource;
import io.mingshi.records.jdbc.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Statements on the database of this module, in the current transaction.
class RecordsSql {
    @Produces
    @Singleton
    Sql sql(@DataSource("records") AgroalDataSource dataSource) {
        return new Sql(dataSource, "the database of records");
    }
}
