package io.mingshi.identity.authority;

import static io.mingshi.identity.IdentityProblem.AUTHORITY_UNREACHABLE;
import static java.util.Objects.requireNonNull;

import io.mingshi.contracts.ProblemException;
import io.mingshi.identity.Authority;
import io.mingshi.identity.Claim;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.authority.AuthorityApi.Reply;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/// Asks the authority at `mingshi.authority.url` with the key `mingshi.authority.key`; silence is never a match.
@ApplicationScoped
class RemoteAuthority implements Authority {
    private static final Logger LOG = Logger.getLogger(RemoteAuthority.class);
    private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7E]{1,100}");

    private final AuthorityApi api;
    private final Ids ids;
    private final String authorization;

    RemoteAuthority(@RestClient AuthorityApi api, Ids ids, @ConfigProperty(name = "mingshi.authority.key") String key) {
        this.api = api;
        this.ids = ids;
        this.authorization = "Bearer " + key;
    }

    @Override
    public Answer check(Claim claim) {
        try {
            return answer(ask(claim, ids.next()));
        } catch (WebApplicationException e) {
            throw unreachable("it answered with status " + e.getResponse().getStatus());
        } catch (ProcessingException e) {
            throw unreachable(e.getClass().getSimpleName());
        }
    }

    private Reply ask(Claim claim, String idempotencyKey) {
        PersonalData data = claim.data();
        return switch (claim.method()) {
            case ID_DOCUMENT ->
                api.document(authorization, idempotencyKey, new AuthorityApi.Document(data.name(), data.number()));
            case MOBILE ->
                api.mobile(
                        authorization,
                        idempotencyKey,
                        new AuthorityApi.Mobile(data.name(), data.number(), requireNonNull(data.mobile())));
            case ORGANIZATION ->
                api.organization(
                        authorization, idempotencyKey, new AuthorityApi.Organization(data.name(), data.number()));
        };
    }

    private static Answer answer(Reply reply) {
        String reference = reply.reference();
        if (reference == null || !REFERENCE.matcher(reference).matches()) {
            throw unreachable("its answer has no usable reference");
        }
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(reply.result()))
                .findFirst()
                .map(result -> new Answer(result, reference))
                .orElseThrow(() -> unreachable("its answer has no known result"));
    }

    /// @param why for the log; never what was asked
    private static ProblemException unreachable(String why) {
        LOG.warnf("the identity authority gave no usable answer: %s", why);
        return AUTHORITY_UNREACHABLE.with(
                "the identity authority does not answer, so nothing is proven:" + " try again later");
    }
}
