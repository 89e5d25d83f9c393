package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;

import io.mingshi.moderation.second.TwoPeople;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits for a second person, and that person's decision.
@Path("/api/moderation/deeds")
@RunOnVirtualThread
class DeedResource {
    private final Callers callers;
    private final TwoPeople twoPeople;

    DeedResource(Callers callers, TwoPeople twoPeople) {
        this.callers = callers;
        this.twoPeople = twoPeople;
    }

    /// @param confirmed whether it is to be done
    record Second(@Nullable Boolean confirmed) {}

    @GET
    public List<DeedView> waiting() {
        callers.with(REVIEWER, OFFICER, INSPECTOR);
        return twoPeople.waiting().stream().map(DeedView::of).toList();
    }

    @POST
    @Path("/{deed}/decision")
    public void decide(@PathParam("deed") String deed, @Nullable Second second) {
        var person = callers.with(REVIEWER, OFFICER).person();
        String sentence = "send {\"confirmed\": true or false}";
        boolean confirmed = DecisionRequest.present(
                DecisionRequest.present(second, sentence).confirmed(), sentence);
        twoPeople.decide(deed, confirmed, person);
    }
}
