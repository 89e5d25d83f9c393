package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshi.identity.number.Finding;
import io.mingshi.identity.number.Inspection;
import io.mingshi.identity.number.Masking;
import io.mingshi.identity.number.NumberInspector;
import io.mingshi.identity.number.NumberKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks how a number is written, for anybody; nothing is kept, and nothing says whether it was issued.
@Path("/api/identity/document-checks")
@RunOnVirtualThread
class DocumentCheckResource {
    private static final int MAX_CHARACTERS = 64;

    private final Clock clock;

    DocumentCheckResource(Clock clock) {
        this.clock = clock;
    }

    record Question(@Nullable String kind, @Nullable String number) {
        /// Hides the number, so that a log line cannot show it.
        @Override
        public String toString() {
            return "Question[" + kind + "]";
        }
    }

    record Answer(
            NumberKind kind,
            @JsonProperty("normalized-masked") String normalizedMasked,
            List<Finding> checks) {}

    @POST
    public Answer check(@Nullable Question question) {
        if (question == null || question.number == null || question.number.length() > MAX_CHARACTERS) {
            throw MALFORMED_REQUEST.with(
                    "send JSON with kind and a number of at most " + MAX_CHARACTERS + " characters");
        }
        NumberKind kind = Choice.of(NumberKind.class, "kind", question.kind);
        Inspection inspection = NumberInspector.inspect(kind, question.number, LocalDate.now(clock));
        return new Answer(kind, Masking.number(inspection.number()), inspection.findings());
    }
}
