package io.mingshi.governance.http;

import static io.mingshi.governance.GovernanceProblem.REVIEW_INCOMPLETE;

import io.mingshi.contracts.ModelId;
import io.mingshi.governance.Review;
import io.mingshi.governance.ReviewModels;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reviews of algorithms and models: an operator or officer records one, another officer decides.
@Path("/api/governance/reviews")
@RunOnVirtualThread
class ReviewResource {
    private final Callers callers;
    private final ReviewModels reviews;

    ReviewResource(Callers callers, ReviewModels reviews) {
        this.callers = callers;
        this.reviews = reviews;
    }

    record Findings(
            @Nullable String model,
            @Nullable String version,
            @Nullable String reviewedOn,
            @Nullable String findings) {}

    record Decision(@Nullable Boolean approve, @Nullable String reason) {}

    @GET
    public List<Review> latest() {
        callers.with(Role.OPERATOR, Role.OFFICER, Role.INSPECTOR);
        return reviews.latest();
    }

    @POST
    public Response record(@Nullable Findings body) {
        var reviewer = callers.with(Role.OPERATOR, Role.OFFICER).person();
        if (body == null || body.model == null || body.version == null || body.findings == null) {
            throw REVIEW_INCOMPLETE.with("send JSON with model, version, reviewedOn and findings");
        }
        Review review =
                reviews.record(new ModelId(body.model), body.version, day(body.reviewedOn), body.findings, reviewer);
        return Response.status(Response.Status.CREATED).entity(review).build();
    }

    @POST
    @Path("/{id}/decision")
    public Review decide(@PathParam("id") String id, @Nullable Decision body) {
        var approver = callers.with(Role.OFFICER).person();
        if (body == null || body.approve == null || body.reason == null) {
            throw REVIEW_INCOMPLETE.with("send JSON with approve, true or false, and reason");
        }
        return reviews.decide(id, body.approve, body.reason, approver);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            var problem = REVIEW_INCOMPLETE.with("reviewedOn is a day such as 2026-11-22");
            problem.initCause(e);
            throw problem;
        }
    }
}
