package io.mingshi.complaints;

import io.mingshi.complaints.Filing.FoundBy;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.ProduceId;
import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.LabelVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells which of our works a complaint is about: from the number, from the label in the file, or from a link to us.
@ApplicationScoped
class WorkFinder {
    private static final Pattern WORK_PATH =
            Pattern.compile("(?:/api/gateway)?/works/([A-Za-z0-9_.-]{1,64})(?:/content)?");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost");

    private final LabelVerifier verifier = new LabelVerifier();
    private final Optional<String> providerCode;
    private final String publicHost;

    WorkFinder(
            @ConfigProperty(name = "mingshi.provider-code") Optional<String> providerCode,
            @ConfigProperty(name = "mingshi.public-url", defaultValue = "http://127.0.0.1:8080") String publicUrl) {
        this.providerCode = providerCode;
        this.publicHost = String.valueOf(URI.create(publicUrl).getHost());
    }

    /// The work, and what told it; another provider's label or a link elsewhere tells nothing.
    Found find(Submission submission) {
        return submission
                .produceId()
                .map(id -> new Found(Optional.of(id), FoundBy.PRODUCE_ID))
                .or(() -> submission
                        .file()
                        .flatMap(this::fromLabel)
                        .map(id -> new Found(Optional.of(id), FoundBy.LABEL_OF_FILE)))
                .or(() -> submission.link().flatMap(this::fromLink).map(id -> new Found(Optional.of(id), FoundBy.LINK)))
                .orElse(new Found(Optional.empty(), FoundBy.NOTHING));
    }

    private Optional<ProduceId> fromLabel(byte[] file) {
        return verifier.verify(file).label().filter(this::isOurs).flatMap(label -> idOf(label.produceId()));
    }

    private boolean isOurs(AigcLabel label) {
        return providerCode.isEmpty() || providerCode.get().equals(label.contentProducer());
    }

    private Optional<ProduceId> fromLink(String link) {
        try {
            URI uri = new URI(link.strip());
            String host = uri.getHost();
            if (host != null && !host.equalsIgnoreCase(publicHost) && !THIS_MACHINE.contains(host)) {
                return Optional.empty();
            }
            var matcher = WORK_PATH.matcher(Optional.ofNullable(uri.getPath()).orElse(""));
            return matcher.matches() ? idOf(matcher.group(1)) : Optional.empty();
        } catch (URISyntaxException notALink) {
            return Optional.empty(); // the officer still reads what was written
        }
    }

    private static Optional<ProduceId> idOf(String value) {
        try {
            return Optional.of(new ProduceId(value));
        } catch (ProblemException notOneOfOurs) {
            return Optional.empty();
        }
    }

    record Found(Optional<ProduceId> work, FoundBy by) {}
}
