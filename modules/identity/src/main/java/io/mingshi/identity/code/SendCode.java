package io.mingshi.identity.code;

import static io.mingshi.identity.IdentityProblem.MESSAGES_UNREACHABLE;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.identity.OneTimeSecrets;
import io.mingshi.identity.Origin;
import io.mingshi.identity.Possession;
import io.mingshi.identity.wire.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import org.jboss.logging.Logger;

/// Sends a one-time code to a mobile number.
///
/// The answer is the same whatever the number is, and comes before the message is sent: nobody learns from
/// it or from the time it takes whether a number is known here, or was asked for by somebody else.
@ApplicationScoped
public class SendCode {
    /// How long a code is good for.
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    private static final Logger LOG = Logger.getLogger(SendCode.class);
    private static final int CODES = 1_000_000;

    private final Allowances allowances;
    private final OneTimeSecrets secrets;
    private final TextMessages messages;
    private final SecureRandom random = new SecureRandom();

    SendCode(Allowances allowances, OneTimeSecrets secrets, TextMessages messages) {
        this.allowances = allowances;
        this.secrets = secrets;
        this.messages = messages;
    }

    /// @param mobile as normalised
    /// @throws io.mingshi.contracts.ProblemException `TOO_OFTEN` or `MESSAGES_UNREACHABLE`
    public void send(PersonId person, String mobile, Origin origin) {
        if (!allowed(person, origin)) {
            throw TOO_OFTEN.with(
                    "too many codes were asked for from this account, device or address:" + " try again in an hour");
        }
        if (messages.down()) {
            throw MESSAGES_UNREACHABLE.with("text messages cannot be sent for the moment: try again in a minute");
        }
        boolean sent = allowances.take(Allowance.CODES_OF_MOBILE, mobile);
        String code = "%06d".formatted(random.nextInt(CODES));
        secrets.issue(person, Possession.mobile(mobile), code, VALIDITY);
        if (sent) {
            Thread.startVirtualThread(() -> deliver(mobile, code));
        }
    }

    private boolean allowed(PersonId person, Origin origin) {
        return allowances.take(Allowance.CODES_OF_PERSON, person.value())
                && allowances.take(Allowance.CODES_OF_DEVICE, origin.device())
                && allowances.take(Allowance.CODES_OF_ADDRESS, origin.address());
    }

    private void deliver(String mobile, String code) {
        try {
            messages.sendCode(mobile, code, VALIDITY.toMinutes());
        } catch (Unanswered e) {
            LOG.warnf("a code was not delivered: %s", e.getMessage());
        }
    }
}
