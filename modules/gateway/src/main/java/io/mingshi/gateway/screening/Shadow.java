package io.mingshi.gateway.screening;

import io.micrometer.core.instrument.MeterRegistry;
import io.mingshi.contracts.ProblemException;
import io.mingshi.contracts.moderation.FeatureLibraries;
import io.mingshi.contracts.moderation.ShadowLibrary;
import io.mingshi.gateway.screening.ShadowLedger.Outcome;
import io.mingshi.screening.Audience;
import io.mingshi.screening.Rule;
import io.mingshi.screening.Screener;
import io.mingshi.screening.Verdict;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tries a candidate of the library on a part of the live texts and counts where it would decide otherwise.
///
/// It decides nothing and keeps no text: the ledger counts every outcome,
/// `mingshi_gateway_shadow_texts_total{candidate}` counts what was tried,
/// `mingshi_gateway_shadow_differences_total{candidate,before,after,rule}` what would change. Inputs and complete
/// results are tried, streams are not.
@ApplicationScoped
class Shadow {
    private static final Logger LOG = Logger.getLogger(Shadow.class);

    private final FeatureLibraries libraries;
    private final TextClassifiers classifiers;
    private final MeterRegistry meters;
    private final ShadowLedger ledger;
    private final Map<Outcome, LongAdder> counted = new ConcurrentHashMap<>();
    private volatile @Nullable Trial trial;

    private record Trial(ShadowLibrary library, Screener screener) {}

    Shadow(FeatureLibraries libraries, TextClassifiers classifiers, MeterRegistry meters, ShadowLedger ledger) {
        this.ledger = ledger;
        this.libraries = libraries;
        this.classifiers = classifiers;
        this.meters = meters;
    }

    /// What cannot be had or compiled is not tried; that a trial does not take place stops nothing.
    @Scheduled(identity = "gateway-shadow", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void refresh() {
        keep();
        try {
            ShadowLibrary now = libraries.shadow();
            Trial known = trial;
            if (now.percent() == 0) {
                trial = null;
            } else if (known == null || !known.library().equals(now)) {
                trial = new Trial(now, CompiledLibrary.screener(now.entries(), classifiers.byName()));
            }
        } catch (ProblemException | IllegalArgumentException e) {
            trial = null;
            LOG.infof("no candidate of the library is tried: %s", e.getMessage());
        }
    }

    /// What could not be kept is tried again with the next; a crash loses what was counted since the last time.
    private void keep() {
        Map<Outcome, Long> texts = new HashMap<>();
        counted.forEach((outcome, adder) -> texts.put(outcome, adder.sumThenReset()));
        texts.values().removeIf(count -> count == 0);
        if (texts.isEmpty()) {
            return;
        }
        try {
            ledger.add(texts);
        } catch (RuntimeException e) {
            texts.forEach((outcome, count) ->
                    counted.computeIfAbsent(outcome, _ -> new LongAdder()).add(count));
            LOG.warnf(e, "what a candidate of the library would change is not kept yet");
        }
    }

    void observe(String text, Audience audience, Verdict decided) {
        Trial now = trial;
        if (now == null
                || ThreadLocalRandom.current().nextInt(100) >= now.library().percent()) {
            return;
        }
        String candidate = now.library().candidate();
        meters.counter("mingshi.gateway.shadow.texts", "candidate", candidate).increment();
        Verdict other = now.screener().screen(text, audience);
        counted.computeIfAbsent(
                        new Outcome(candidate, name(decided), name(other), changing(decided, other)),
                        _ -> new LongAdder())
                .increment();
        if (!name(other).equals(name(decided))) {
            meters.counter(
                            "mingshi.gateway.shadow.differences",
                            "candidate",
                            candidate,
                            "before",
                            name(decided),
                            "after",
                            name(other),
                            "rule",
                            changing(decided, other))
                    .increment();
        }
    }

    private static String changing(Verdict decided, Verdict other) {
        return other instanceof Verdict.Allow ? rule(decided) : rule(other);
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> "ALLOW";
            case Verdict.Review _ -> "REVIEW";
            case Verdict.Block _ -> "BLOCK";
        };
    }

    private static String rule(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allow() -> "none";
            case Verdict.Review(Rule rule, int _, int _) -> rule.id();
            case Verdict.Block(Rule rule, int _, int _) -> rule.id();
        };
    }
}
