package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.NO_PROVIDER_CODE;

import io.mingshi.labels.KnownWorks;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What this service knows when it reads a file: its own code and works, and the key of its watermarks.
@ApplicationScoped
public class Knowledge {
    /// How long the record of a new work may take from the gateway to here.
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    private final Optional<ProviderCode> own;
    private final Optional<WatermarkKey> watermark;
    private final OwnWorks works;
    private final Clock clock;

    Knowledge(
            @ConfigProperty(name = "mingshi.provider-code") Optional<String> providerCode,
            @ConfigProperty(name = "mingshi.watermark-key") Optional<String> watermarkKey,
            OwnWorks works,
            Clock clock) {
        this.own = providerCode.map(ProviderCode::of);
        this.watermark =
                watermarkKey.map(key -> WatermarkKey.of(Base64.getDecoder().decode(key)));
        this.works = works;
        this.clock = clock;
    }

    /// The reader of this service.
    LabelVerifier reader() {
        VerifyOptions options = watermark.map(VerifyOptions.PUBLIC::with).orElse(VerifyOptions.PUBLIC);
        return new LabelVerifier(own.isPresent() ? options.with(known(own.get())) : options);
    }

    /// The code in whose name this service labels.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_PROVIDER_CODE`
    ProviderCode requireOwn() {
        return own.orElseThrow(() ->
                NO_PROVIDER_CODE.with("set mingshi.provider-code to the code of the provider who runs this service"));
    }

    Optional<String> ownCode() {
        return own.map(ProviderCode::value);
    }

    Optional<WatermarkKey> watermark() {
        return watermark;
    }

    /// The number that is hidden in a work of this provider, if watermarks are in use.
    public Optional<Long> watermarkOf(String produceId) {
        return watermark.flatMap(key -> own.map(code -> key.idOf(code.value(), produceId)));
    }

    private KnownWorks known(ProviderCode code) {
        return new KnownWorks() {
            @Override
            public boolean isOwn(String contentProducer) {
                return contentProducer.equals(code.value());
            }

            @Override
            public boolean hasProduced(String produceId) {
                return works.has(produceId) || isOnItsWay(produceId);
            }

            @Override
            public Optional<String> byWatermark(long id) {
                return works.byWatermark(id);
            }

            @Override
            public Optional<String> byPixels(String sha256) {
                return works.byPixels(sha256);
            }
        };
    }

    /// A work of the last minutes whose record may not have arrived here yet; its number begins with the time.
    private boolean isOnItsWay(String produceId) {
        return Ids.instantOf(produceId)
                .filter(made -> Duration.between(made, clock.instant()).abs().compareTo(ON_THE_WAY) < 0)
                .isPresent();
    }
}
