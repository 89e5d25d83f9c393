package io.mingshi.gateway.openai;

import static io.mingshi.gateway.GatewayProblem.INVALID_REQUEST;
import static io.mingshi.gateway.GatewayProblem.UNSUPPORTED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.contracts.identity.Standings;
import io.mingshi.gateway.Audiences;
import io.mingshi.gateway.JsonEscapes;
import io.mingshi.gateway.edge.Fields;
import io.mingshi.gateway.edge.Requesters;
import io.mingshi.gateway.screening.Screening;
import io.mingshi.screening.Audience;
import io.mingshi.servicekit.id.Ids;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says what the feature library in force makes of texts, in OpenAI's categories and in ours.
///
/// Nothing is generated here. The rule, its category and the library stand in `mingshi`, because OpenAI's categories
/// do not tell the 31 kinds of risk apart. Screened as for the caller: what minors may not read is flagged unless the
/// caller is known to be of age.
@Path("/v1/moderations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ModerationsResource {
    private static final int MOST = 32;

    private final Requesters requesters;
    private final Screening screening;
    private final Standings standings;
    private final Ids ids;

    ModerationsResource(Requesters requesters, Screening screening, Standings standings, Ids ids) {
        this.standings = standings;
        this.requesters = requesters;
        this.screening = screening;
        this.ids = ids;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public ObjectNode moderate(@HeaderParam("Authorization") @Nullable String authorization, @Nullable JsonNode body) {
        Audience audience = Audiences.of(standings.of(requesters.of(authorization)));
        Fields fields = Fields.of(body);
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("id", "modr-" + ids.next())
                .put("model", fields.optional("model").orElse("mingshi-library"));
        ArrayNode results = answer.putArray("results");
        for (String text : texts(fields.body().path("input"))) {
            results.add(result(screening
                    .input(List.of(text, JsonEscapes.read(text)), audience)
                    .entry()));
        }
        return answer;
    }

    /// Parts of one input are one text.
    private static List<String> texts(JsonNode input) {
        if (input.isTextual()) {
            return List.of(input.asText());
        }
        if (!input.isArray() || input.isEmpty() || input.size() > MOST) {
            throw INVALID_REQUEST.with("the parameter input must be a text, or a list of 1 to " + MOST);
        }
        List<String> texts = new ArrayList<>();
        var parts = new StringBuilder();
        for (JsonNode one : input) {
            if (one.isTextual()) {
                texts.add(one.asText());
            } else if (one.path("type").asText().equals("text")) {
                parts.append(one.path("text").asText());
            } else {
                throw UNSUPPORTED.with(
                        "only texts are moderated here: pictures are looked at where they are handed in");
            }
        }
        if (!parts.isEmpty()) {
            texts.add(parts.toString());
        }
        return texts;
    }

    private static ObjectNode result(ScreeningRecord verdict) {
        boolean flagged = !verdict.verdict().equals("ALLOW");
        Set<String> matched = ModerationCategories.of(verdict.category());
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("flagged", flagged);
        ObjectNode categories = result.putObject("categories");
        ObjectNode scores = result.putObject("category_scores");
        ObjectNode types = result.putObject("category_applied_input_types");
        for (String name : ModerationCategories.ALL) {
            categories.put(name, matched.contains(name));
            scores.put(name, matched.contains(name) ? 1.0 : 0.0);
            types.putArray(name).add("text");
        }
        result.putObject("mingshi")
                .put("verdict", verdict.verdict())
                .put("rule_id", verdict.ruleId())
                .put("category", verdict.category())
                .put("library_version", verdict.libraryVersion())
                .put("library_hash", verdict.libraryHash());
        return result;
    }
}
