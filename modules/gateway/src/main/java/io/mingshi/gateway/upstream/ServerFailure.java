package io.mingshi.gateway.upstream;

import static io.mingshi.gateway.GatewayProblem.UPSTREAM_BUSY;
import static io.mingshi.gateway.GatewayProblem.UPSTREAM_FAILED;
import static io.mingshi.gateway.GatewayProblem.UPSTREAM_REFUSED;

import io.mingshi.contracts.ProblemException;

/// How one server failed one request; never leaves this package.
final class ServerFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final String how;

    /// @param how what the server did, to stand after "the model's server"
    ServerFailure(Fault fault, String how) {
        super(how, null, false, false);
        this.fault = fault;
        this.how = how;
    }

    static ServerFailure broken(String how) {
        return new ServerFailure(Fault.BROKEN, how);
    }

    static ServerFailure left() {
        return new ServerFailure(Fault.LEFT, "is not waited for, because the client left");
    }

    Fault fault() {
        return fault;
    }

    ProblemException problem() {
        return switch (fault) {
            case REQUEST -> UPSTREAM_REFUSED.with("the model's server " + how + ": change the request");
            case BUSY -> UPSTREAM_BUSY.with("the model's server " + how + ": try again later");
            case BROKEN, LEFT -> UPSTREAM_FAILED.with("the model's server " + how + ": try again later");
        };
    }

    /// Whose fault it is, and what that means for the next request.
    enum Fault {
        /// The server does not answer, or not as it should: it may be left alone, and another is asked.
        BROKEN(true, true),
        /// The server has too much to do: another is asked.
        BUSY(true, false),
        /// The server does not take this request, and another would not either.
        REQUEST(false, false),
        /// The client has left, or the gateway stops.
        LEFT(false, false);

        private final boolean anotherMayDo;
        private final boolean blamed;

        Fault(boolean anotherMayDo, boolean blamed) {
            this.anotherMayDo = anotherMayDo;
            this.blamed = blamed;
        }

        boolean anotherMayDo() {
            return anotherMayDo;
        }

        /// Whether it counts against the server.
        boolean blamed() {
            return blamed;
        }

        static Fault of(int status) {
            return switch (status) {
                case 429 -> BUSY;
                case 400, 413, 422 -> REQUEST;
                default -> BROKEN;
            };
        }
    }
}
