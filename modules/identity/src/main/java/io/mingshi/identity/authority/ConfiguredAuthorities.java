package io.mingshi.identity.authority;

import static io.mingshi.identity.IdentityProblem.AUTHORITY_UNREACHABLE;

import io.mingshi.identity.Authority;
import io.mingshi.identity.Claim;
import io.mingshi.identity.Claim.Fact;
import io.mingshi.identity.Method;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.number.NumberKind;
import io.mingshi.identity.wire.Partner;
import io.mingshi.identity.wire.Unanswered;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/// Asks for each method the authority that `mingshi.identity.authority.` and the method's name say, and
/// about documents other than the resident identity card the one that
/// `mingshi.identity.authority.other-documents` says.
///
/// The service does not start with a name that nobody has, or with an authority that cannot do what it is
/// to do.
@Startup
@ApplicationScoped
class ConfiguredAuthorities implements Authority {
    private static final String PREFIX = "mingshi.identity.authority.";

    private record Chosen(Adapter adapter, Partner partner) {}

    private final List<Chosen> known;
    private final Config config;
    private final Map<Method, Chosen> chosen;
    private final Chosen otherDocuments;

    ConfiguredAuthorities(@Any Instance<Adapter> adapters, Config config) {
        this.config = config;
        this.known = adapters.stream()
                .map(one -> new Chosen(one, new Partner("authority-" + one.name(), one.repeatable())))
                .toList();
        this.chosen = Arrays.stream(Method.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        method -> named(method.name().toLowerCase(Locale.ROOT).replace('_', '-'), method)));
        this.otherDocuments = named("other-documents", Method.ID_DOCUMENT, Method.MOBILE);
    }

    @Override
    public Answer check(Claim claim, String idempotencyKey) {
        Chosen one = isOtherDocument(claim.fact()) ? otherDocuments : chosen.get(claim.method());
        if (one == null) {
            throw new IllegalStateException("no authority was chosen for " + claim.method());
        }
        try {
            return one.partner().ask(() -> one.adapter().ask(claim, idempotencyKey), Answer.class);
        } catch (Unanswered e) {
            throw AUTHORITY_UNREACHABLE.with(
                    "the identity authority does not answer, so nothing is proven: come back later");
        }
    }

    private static boolean isOtherDocument(Fact fact) {
        return switch (fact) {
            case Fact.Document document -> isOther(document.person());
            case Fact.Carrier carrier -> isOther(carrier.person());
            case Fact.Company _, Fact.National _ -> false;
        };
    }

    private static boolean isOther(PersonalData person) {
        return NumberKind.ofDocument(person.number()) != NumberKind.RESIDENT_ID;
    }

    private Chosen named(String key, Method... methods) {
        String name = config.getValue(PREFIX + key, String.class);
        List<Chosen> able = known.stream()
                .filter(one -> one.adapter().methods().containsAll(List.of(methods)))
                .toList();
        return able.stream()
                .filter(one -> one.adapter().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(PREFIX + key + " must be one of "
                        + able.stream()
                                .map(one -> one.adapter().name())
                                .sorted()
                                .toList()));
    }
}
