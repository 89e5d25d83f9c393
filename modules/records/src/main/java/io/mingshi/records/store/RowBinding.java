package io.mingshi.records.store;

import io.mingshi.contracts.PersonId;
import io.mingshi.records.Header;
import io.mingshi.records.Links;
import io.mingshi.records.RetentionClass;
import io.mingshi.records.Sealed;
import io.mingshi.servicekit.event.ProducerNumber;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The columns of the table `record`, one array for each when many rows are written at once.
final class RowBinding {
    static final String COLUMNS = "position, event_id, received_at, occurred_at, retention_class, source, lane, number,"
            + " type, subject, person, counterpart, admission, work, consent, ticket, content_hash, watermark, trace_id,"
            + " sealed, commitment";
    static final String INSERT = "insert into record (" + COLUMNS + ", seal) select * from unnest(?::bigint[],"
            + " ?::text[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::smallint[], ?::bigint[],"
            + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
            + " ?::text[], ?::text[], ?::bytea[], ?::bytea[], ?::bytea[])";

    private static final HexFormat HEX = HexFormat.of();

    private RowBinding() {}

    static void bind(Connection connection, PreparedStatement insert, long first, List<SealedReceipt> rows)
            throws SQLException {
        var binding = new Object() {
            private int at;

            void next(String type, Object[] values) throws SQLException {
                insert.setArray(++at, connection.createArrayOf(type, values));
            }

            void header(String type, Function<Header, @Nullable Object> value) throws SQLException {
                next(type, rows.stream().map(row -> value.apply(row.header())).toArray());
            }

            void link(Function<Links, @Nullable Object> value) throws SQLException {
                next(
                        "text",
                        rows.stream()
                                .map(row -> value.apply(row.header().links()))
                                .toArray());
            }

            void bytes(Function<SealedReceipt, byte[]> value) throws SQLException {
                next("bytea", rows.stream().map(value).toArray(byte[][]::new));
            }
        };
        binding.next(
                "bigint",
                IntStream.range(0, rows.size()).mapToObj(i -> first + i).toArray());
        binding.header("text", Header::eventId);
        binding.header("text", header -> header.receivedAt().toString());
        binding.header("text", header -> header.occurredAt().toString());
        binding.header("text", header -> header.retentionClass().name());
        binding.header("text", Header::source);
        binding.header(
                "int2",
                header -> header.number().map(number -> (short) number.lane()).orElse(null));
        binding.header(
                "bigint", header -> header.number().map(ProducerNumber::number).orElse(null));
        binding.header("text", Header::type);
        binding.header("text", Header::subject);
        binding.header("text", header -> header.person().value());
        binding.link(Links::counterpart);
        binding.link(Links::admission);
        binding.link(Links::work);
        binding.link(Links::consent);
        binding.link(Links::ticket);
        binding.link(Links::contentHash);
        binding.link(Links::watermark);
        binding.link(Links::traceId);
        binding.bytes(row -> row.sealed().bytes());
        binding.bytes(row -> HEX.parseHex(row.commitment()));
        binding.bytes(row -> HEX.parseHex(row.entry().seal()));
    }

    static StoredRow row(ResultSet row) throws SQLException {
        return new StoredRow(row.getLong(1), header(row), Sealed.of(row.getBytes(20)), HEX.formatHex(row.getBytes(21)));
    }

    private static Header header(ResultSet row) throws SQLException {
        int lane = row.getInt(7);
        Optional<ProducerNumber> number =
                row.wasNull() ? Optional.empty() : Optional.of(new ProducerNumber(lane, row.getLong(8)));
        return new Header(
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                RetentionClass.valueOf(row.getString(5)),
                row.getString(6),
                number,
                row.getString(9),
                row.getString(10),
                new PersonId(row.getString(11)),
                links(row));
    }

    private static Links links(ResultSet row) throws SQLException {
        return new Links(
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getString(19));
    }
}
