package io.mingshi.servicekit.remote;

import static io.mingshi.contracts.CommonProblem.MODULE_UNREACHABLE;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Asks a module in another process; no answer is a refusal, never a default.
public final class Remote {
    private static final Logger LOG = Logger.getLogger(Remote.class);

    private Remote() {}

    /// @throws io.mingshi.contracts.ProblemException `MODULE_UNREACHABLE` when no usable answer came
    public static <T> T ask(String module, Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException | ProcessingException e) {
            LOG.warnf(e, "%s did not answer", module);
            throw MODULE_UNREACHABLE.with("the module " + module + " does not answer: try again later");
        }
    }
}
