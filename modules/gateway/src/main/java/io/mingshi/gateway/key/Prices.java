package io.mingshi.gateway.key;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.gateway.Prompt;
import io.mingshi.gateway.admission.Limits.Spent;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.stream.Stream;

/// What requests cost, in millionths; a price per million tokens is the price of a token in millionths.
@ApplicationScoped
public class Prices {
    /// No request asks for more.
    private static final int MOST_WORKS = 4;

    private final QuotaSettings settings;
    private final ObjectMapper json;

    Prices(QuotaSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    boolean known(String model) {
        return settings.prices().containsKey(model);
    }

    /// Zero for a model without a price.
    public long micros(String model, Spent spent) {
        QuotaSettings.Price price = settings.prices().get(model);
        if (price == null) {
            return 0;
        }
        BigDecimal tokens = price.input()
                .multiply(BigDecimal.valueOf(spent.promptTokens()))
                .add(price.output().multiply(BigDecimal.valueOf(spent.completionTokens())))
                .movePointLeft(6);
        return Quota.micros(tokens.add(price.work().multiply(BigDecimal.valueOf(spent.works()))));
    }

    /// The most that this prompt is expected to use: a token has at least one character, and an answer is as long as
    /// the request allows.
    Spent most(Prompt prompt) {
        if (!(prompt instanceof Prompt.Chat chat)) {
            return new Spent(0, 0, prompt instanceof Prompt.Film ? 1 : MOST_WORKS);
        }
        long asked = chat.texts().stream().mapToLong(String::length).sum();
        return new Spent(asked, longest(chat) * chat.choices(), 0);
    }

    /// Where both names are given, which of them a server follows is its own affair, so the greater one counts.
    private long longest(Prompt.Chat chat) {
        try {
            JsonNode request = json.readTree(chat.request());
            return Stream.of("max_completion_tokens", "max_tokens")
                    .filter(request::hasNonNull)
                    .mapToLong(name -> request.path(name).asLong())
                    .max()
                    .orElse(settings.answerTokens());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the gateway wrote this JSON itself", e);
        }
    }
}
