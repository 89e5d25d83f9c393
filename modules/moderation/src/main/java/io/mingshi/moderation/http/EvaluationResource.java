package io.mingshi.moderation.http;

import static io.mingshi.moderation.ModerationProblem.BANK_UNUSABLE;
import static io.mingshi.moderation.ModerationProblem.EVALUATION_INCOMPLETE;
import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.moderation.bank.Bank;
import io.mingshi.moderation.bank.DocumentKey;
import io.mingshi.moderation.bank.Evaluate;
import io.mingshi.moderation.bank.Evaluation;
import io.mingshi.moderation.bank.ImportBank;
import io.mingshi.moderation.bank.Item;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Measures the safety of generation by a sample of the banks: annotated by one person, reviewed by another.
@Path("/api/moderation/evaluations")
@RunOnVirtualThread
class EvaluationResource {
    private static final String JOSE = "application/jose";

    private final Callers callers;
    private final ImportBank banks;
    private final Evaluate evaluate;
    private final DocumentKey key;

    EvaluationResource(Callers callers, ImportBank banks, Evaluate evaluate, DocumentKey key) {
        this.callers = callers;
        this.banks = banks;
        this.evaluate = evaluate;
        this.key = key;
    }

    /// @param banks one of each purpose
    record Begin(@Nullable List<String> banks, @Nullable Long seed) {}

    record Begun(String id, int questions) {}

    record Findings(@Nullable List<Evaluate.Finding> findings) {}

    /// @param upheld false takes the annotations back; true when absent
    record Reviewed(
            @Nullable List<Integer> numbers, @Nullable Boolean upheld) {}

    @POST
    public Response begin(@Nullable Begin body) {
        var by = callers.with(REVIEWER, OFFICER).person();
        if (body == null || body.banks() == null || body.seed() == null) {
            throw BANK_UNUSABLE.with("send a JSON body with the ids of three banks and a seed");
        }
        List<Bank> chosen = body.banks().stream().map(banks::find).toList();
        Evaluation evaluation = evaluate.begin(chosen, body.seed(), by);
        return Response.status(Response.Status.CREATED)
                .entity(new Begun(
                        evaluation.id(), evaluate.sample(evaluation.id()).size()))
                .build();
    }

    @GET
    @Path("/{id}/sample")
    public List<Item> sample(@PathParam("id") String id) {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return evaluate.sample(id);
    }

    @POST
    @Path("/{id}/annotations")
    public void annotate(@PathParam("id") String id, @Nullable Findings body) {
        var annotator = callers.with(REVIEWER, OFFICER).person();
        evaluate.annotate(
                id, body == null ? List.of() : Objects.requireNonNullElse(body.findings(), List.of()), annotator);
    }

    @POST
    @Path("/{id}/reviews")
    public void review(@PathParam("id") String id, @Nullable Reviewed body) {
        var reviewer = callers.with(REVIEWER, OFFICER).person();
        List<Integer> numbers =
                body == null ? List.of() : Objects.requireNonNullElse(body.numbers(), List.<Integer>of());
        evaluate.review(id, numbers, body == null || !Boolean.FALSE.equals(body.upheld()), reviewer);
    }

    /// @return the report as a compact JWS
    @POST
    @Path("/{id}/report")
    @Produces(JOSE)
    public String report(@PathParam("id") String id) {
        callers.with(REVIEWER, OFFICER);
        return evaluate.report(id);
    }

    @GET
    @Path("/{id}/report")
    @Produces(JOSE)
    public String reported(@PathParam("id") String id) {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return evaluate.find(id)
                .report()
                .orElseThrow(() -> EVALUATION_INCOMPLETE.with("this evaluation has no report yet"));
    }

    /// The key that verifies reports and exported libraries, as a JSON Web Key Set; for everybody.
    @GET
    @Path("/keys")
    @Produces("application/json")
    public String keys() {
        return "{\"keys\":[" + key.publicJwk() + "]}";
    }
}
