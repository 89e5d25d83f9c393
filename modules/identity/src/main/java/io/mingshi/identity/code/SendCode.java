package io.mingshi.identity.code;

import static io.mingshi.identity.IdentityProblem.FORMAT_WRONG;
import static io.mingshi.identity.IdentityProblem.MESSAGES_UNREACHABLE;
import static io.mingshi.identity.IdentityProblem.TOO_OFTEN;

import io.mingshi.contracts.PersonId;
import io.mingshi.identity.Allowance;
import io.mingshi.identity.Allowances;
import io.mingshi.identity.Allowances.Take;
import io.mingshi.identity.OneTimeSecrets;
import io.mingshi.identity.Origin;
import io.mingshi.identity.Possession;
import io.mingshi.identity.number.Inspection;
import io.mingshi.identity.number.NumberInspector;
import io.mingshi.identity.number.NumberKind;
import io.mingshi.identity.wire.Unanswered;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SendCode(Allowances allowances, OneTimeSecrets secrets, TextMessages messages, Clock clock) {
        this.allowances = allowances;
        this.secrets = secrets;
        this.messages = messages;
        this.clock = clock;
    }

    /// @param mobile as normalised
    /// @throws io.mingshi.contracts.ProblemException `TOO_OFTEN` or `MESSAGES_UNREACHABLE`
    public void send(PersonId person, String mobile, Origin origin) {
        boolean allowed = allowances.takeAll(
                new Take(Allowance.CODES_OF_PERSON, person.value()),
                new Take(Allowance.CODES_OF_DEVICE, origin.device()),
                new Take(Allowance.CODES_OF_ADDRESS, origin.address()),
                new Take(Allowance.CODES_OF_MOBILE, mobile + " for " + person));
        if (!allowed) {
            throw TOO_OFTEN.with("too many codes were asked for from this account, device or address, or for this"
                    + " number from this account: try again in an hour");
        }
        issue(person, mobile);
    }

    /// For who comes through a link and has no account.
    ///
    /// @param link for whom the code counts
    /// @param mobile as typed
    /// @param origin whose device stands for link and network together
    /// @throws io.mingshi.contracts.ProblemException `FORMAT_WRONG`, `TOO_OFTEN` or `MESSAGES_UNREACHABLE`
    public void sendThroughLink(PersonId link, String mobile, Origin origin) {
        String number = normalised(mobile);
        boolean allowed = allowances.takeAll(
                new Take(Allowance.CODES_OF_LINK, origin.device()),
                new Take(Allowance.CODES_OF_ADDRESS, origin.address()),
                new Take(Allowance.CODES_OF_MOBILE, number + " for " + origin.device()));
        if (!allowed) {
            throw TOO_OFTEN.with("too many codes were asked for through this link: try again in an hour");
        }
        issue(link, number);
    }

    /// @throws io.mingshi.contracts.ProblemException `FORMAT_WRONG`
    public String normalised(String mobile) {
        Inspection inspection = NumberInspector.inspect(NumberKind.MOBILE, mobile, LocalDate.now(clock));
        inspection.refusal().ifPresent(failed -> {
            throw FORMAT_WRONG.with(failed.reason());
        });
        return inspection.number();
    }

    private void issue(PersonId holder, String mobile) {
        if (messages.down()) {
            throw MESSAGES_UNREACHABLE.with("text messages cannot be sent for the moment: try again in a minute");
        }
        boolean sent = allowances.take(Allowance.CODES_OF_MOBILE_ANYWHERE, mobile);
        String code = "%06d".formatted(random.nextInt(CODES));
        secrets.issue(holder, Possession.mobile(mobile), code, VALIDITY);
        if (sent) {
            Thread.startVirtualThread(() -> deliver(mobile, code));
        }
    }

    private void deliver(String mobile, String code) {
        try {
            messages.sendCode(mobile, code, VALIDITY.toMinutes());
        } catch (Unanswered e) {
            LOG.warnf("a code was not delivered: %s", e.getMessage());
        }
    }
}
