package io.mingshi.labeling;

import static io.mingshi.labeling.LabelingProblem.CONTENT_TAKEN_DOWN;
import static io.mingshi.labeling.LabelingProblem.NO_PROVIDER_CODE;

import io.mingshi.labels.KnownWorks;
import io.mingshi.labels.LabelException;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.MediaType;
import io.mingshi.labels.ProviderCode;
import io.mingshi.labels.VerificationReport;
import io.mingshi.labels.VerifyOptions;
import io.mingshi.labels.fingerprint.PictureFingerprint;
import io.mingshi.labels.watermark.WatermarkKey;
import io.mingshi.servicekit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
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
    private final TakenDown takenDown;
    private final Clock clock;

    Knowledge(
            @ConfigProperty(name = "mingshi.provider-code") Optional<String> providerCode,
            @ConfigProperty(name = "mingshi.watermark-key") Optional<String> watermarkKey,
            OwnWorks works,
            TakenDown takenDown,
            Clock clock) {
        this.own = providerCode.map(ProviderCode::of);
        this.watermark =
                watermarkKey.map(key -> WatermarkKey.of(Base64.getDecoder().decode(key)));
        this.works = works;
        this.takenDown = takenDown;
        this.clock = clock;
    }

    /// The reader of this service.
    LabelVerifier reader() {
        VerifyOptions options = watermark.map(VerifyOptions.PUBLIC::with).orElse(VerifyOptions.PUBLIC);
        return new LabelVerifier(own.isPresent() ? options.with(known(own.get())) : options);
    }

    /// Refuses a file that is, or looks like, a work that was taken down.
    ///
    /// [CSL-49](https://www.cac.gov.cn/2025-12/29/c_1768735112911946.htm)
    ///
    /// @throws io.mingshi.contracts.ProblemException `CONTENT_TAKEN_DOWN`
    void requireNotTakenDown(Path file, VerificationReport report) throws IOException {
        if (!takenDown.any()) {
            return;
        }
        Optional<String> hidden = report.watermark().isPresent()
                ? Optional.of(HexFormat.of().toHexDigits(report.watermark().getAsLong()))
                : Optional.empty();
        takenDown.find(Making.sha256(file), hidden, fingerprint(file, report)).ifPresent(decision -> {
            throw CONTENT_TAKEN_DOWN.with("this file is, or looks like, a work that was taken down by the decision "
                    + decision + ": it is not spread");
        });
    }

    /// A picture that cannot be decoded has none; it is not spread either.
    private static Optional<PictureFingerprint> fingerprint(Path file, VerificationReport report) throws IOException {
        Optional<MediaType> type = report.type().filter(known -> known.kind() == MediaType.Kind.IMAGE);
        try {
            return type.isPresent() ? PictureFingerprint.of(type.get(), Files.readAllBytes(file)) : Optional.empty();
        } catch (LabelException unreadable) {
            return Optional.empty();
        }
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
