package io.mingshi.identity.code;

import static io.mingshi.identity.IdentityProblem.CODE_WRONG;

import io.agroal.api.AgroalDataSource;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProblemException;
import io.mingshi.identity.OneTimeSecrets;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;

@ApplicationScoped
class StoredSecrets implements OneTimeSecrets {
    private final AgroalDataSource dataSource;
    private final BlindIndex index;
    private final Clock clock;

    StoredSecrets(@DataSource("identity") AgroalDataSource dataSource, BlindIndex index, Clock clock) {
        this.dataSource = dataSource;
        this.index = index;
        this.clock = clock;
    }

    @Override
    @Transactional(TxType.REQUIRES_NEW)
    public void issue(PersonId person, String target, String secret, Duration validity) {
        change(
                """
                insert into one_time_secret (person, target, secret, expires_at) values (?, ?, ?, ?)
                on conflict (person, target) do update
                    set secret = excluded.secret, expires_at = excluded.expires_at, attempts = 0""",
                person.value(),
                target(target),
                secret(person, target, secret),
                Timestamp.from(clock.instant().plus(validity)));
    }

    /// The attempt is counted before the secret is compared, so that two at once count twice.
    @Override
    @Transactional(value = TxType.REQUIRES_NEW, dontRollbackOn = ProblemException.class)
    public void check(PersonId person, String target, String secret) {
        change(
                "update one_time_secret set attempts = attempts + 1 where person = ? and target = ?",
                person.value(),
                target(target));
        int right = change(
                """
                update one_time_secret set attempts = attempts - 1
                where person = ? and target = ? and secret = ? and attempts <= ? and expires_at > ?""",
                person.value(),
                target(target),
                secret(person, target, secret),
                MAX_ATTEMPTS,
                Timestamp.from(clock.instant()));
        if (right != 1) {
            throw wrong();
        }
    }

    @Override
    public void consume(PersonId person, String target) {
        int used =
                change("delete from one_time_secret where person = ? and target = ?", person.value(), target(target));
        if (used != 1) {
            throw wrong();
        }
    }

    private static ProblemException wrong() {
        return CODE_WRONG.with("the code is wrong, used, too old, or was guessed at too often: ask for a new one");
    }

    private String target(String target) {
        return index.of("identity.secret-target", target);
    }

    private String secret(PersonId person, String target, String secret) {
        return index.of("identity.secret", String.join("\n", person.value(), target, secret));
    }

    private int change(String sql, Object... parameters) {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a one-time secret could not be kept or compared", e);
        }
    }
}
