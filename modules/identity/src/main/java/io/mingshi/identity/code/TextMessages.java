package io.mingshi.identity.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.identity.wire.Partner;
import io.mingshi.identity.wire.Unanswered;
import io.mingshi.identity.wire.Wire;
import io.mingshi.servicekit.id.Ids;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The gateway for text messages at `mingshi.identity.sms.url`, with the key `mingshi.sms.key`; both are by
/// default those of the authority, which in the local stack plays it too.
@Singleton
class TextMessages {
    private final Wire wire;
    private final Ids ids;
    private final URI address;
    private final String key;
    private final Partner gateway = new Partner("text-messages", true);

    TextMessages(
            Wire wire,
            Ids ids,
            @ConfigProperty(name = "mingshi.identity.sms.url") URI url,
            @ConfigProperty(name = "mingshi.identity.sms.key") String key) {
        this.wire = wire;
        this.ids = ids;
        this.address = url.resolve("/v1/text-messages");
        this.key = key;
    }

    boolean down() {
        return gateway.down();
    }

    /// @throws Unanswered when the gateway did not take the message
    void sendCode(String mobile, String code, long minutes) {
        var headers = Map.of(
                "Content-Type", "application/json", "Authorization", "Bearer " + key, "Idempotency-Key", ids.next());
        String body = wire.text(Map.of(
                "mobile",
                mobile,
                "template",
                "identity-code",
                "parameters",
                Map.of("code", code, "minutes", Long.toString(minutes))));
        JsonNode answer = gateway.ask(() -> wire.post(address, headers, body), JsonNode.class);
        if (!answer.path("accepted").asBoolean(false)) {
            throw Unanswered.lasting("the gateway did not take a message");
        }
    }
}
