package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.FIELD_MISSING;
import static io.mingshi.identity.IdentityProblem.NAME_WRONG;
import static io.mingshi.identity.IdentityProblem.REPRESENTATIVE_MISSING;

import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.identity.number.Inspection;
import io.mingshi.identity.number.NumberInspector;
import io.mingshi.identity.number.NumberKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who somebody says they are, after every check that needs nobody else; only such a claim reaches the
/// authority.
public final class Claim {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,'()·•（）&/-]{1,100}");

    private final Fact fact;

    private Claim(Fact fact) {
        this.fact = fact;
    }

    /// What an authority is asked.
    public sealed interface Fact {
        /// Do name, number and birth date belong together?
        record Document(PersonalData person) implements Fact {}

        /// Is the mobile number registered to this person?
        record Carrier(PersonalData person, String mobile) implements Fact {}

        /// Does the organisation exist, and does this person represent it?
        record Company(Organization organization, Representative representative) implements Fact {}

        /// Whom does the credential stand for? It was made for this challenge.
        record National(String credential, String challenge) implements Fact {
            /// Hides the credential, so that a log line cannot show it.
            @Override
            public String toString() {
                return "National[hidden]";
            }
        }
    }

    /// How the register is told who represents an organisation: as the account's person is proven.
    public sealed interface Representative {
        record Named(PersonalData person) implements Representative {}

        /// The national service names nobody, so that its credential goes to the register in place of a name.
        /// [NID](https://www.cac.gov.cn/2025-05/23/c_1749711107835487.htm)
        record Scoped(Fact.National proof) implements Representative {}
    }

    /// @param known what is known of the account already
    /// @throws io.mingshi.contracts.ProblemException the problem of the first check that fails
    static Claim of(VerifyIdentity.Request request, Identity known, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        return new Claim(
                switch (request.method()) {
                    case ID_DOCUMENT -> new Fact.Document(person(request, null, today));
                    case MOBILE -> {
                        String mobile = checked(NumberKind.MOBILE, given("mobile", request.mobile()), today)
                                .number();
                        yield new Fact.Carrier(person(request, mobile, today), mobile);
                    }
                    case ORGANIZATION ->
                        new Fact.Company(organization(request, today), representative(known, request, clock));
                    case NATIONAL_IDENTITY -> national(request);
                });
    }

    public Fact fact() {
        return fact;
    }

    public Method method() {
        return switch (fact) {
            case Fact.Document _ -> Method.ID_DOCUMENT;
            case Fact.Carrier _ -> Method.MOBILE;
            case Fact.Company _ -> Method.ORGANIZATION;
            case Fact.National _ -> Method.NATIONAL_IDENTITY;
        };
    }

    private static PersonalData person(VerifyIdentity.Request request, @Nullable String mobile, LocalDate today) {
        String name = name(request);
        String number = given("number", request.number());
        NumberKind said = request.document();
        Inspection inspection = checked(said == null ? NumberKind.ofDocument(number) : said, number, today);
        LocalDate birth = inspection.birthDate().orElseGet(() -> DeclaredBirth.checked(request.birthDate(), today));
        return new PersonalData(name, inspection.number(), mobile, birth);
    }

    private static Organization organization(VerifyIdentity.Request request, LocalDate today) {
        String code = given("creditCode", request.creditCode());
        return new Organization(
                name(request), checked(NumberKind.CREDIT_CODE, code, today).number());
    }

    /// An organisation acts through a person of age whose own identity counts as proven now.
    private static Representative representative(Identity known, VerifyIdentity.Request request, Clock clock) {
        if (known instanceof Identity.Proven proven
                && proven.standing(clock).assurance().proven()
                && proven.age(clock) == AgeGroup.ADULT) {
            return switch (proven.subject()) {
                case Subject.Named named -> new Representative.Named(named.data());
                case Subject.Scoped _ -> new Representative.Scoped(national(request));
            };
        }
        throw REPRESENTATIVE_MISSING.with("an organisation is represented by a person of age: verify yourself on this"
                + " account first, by any of the other methods");
    }

    private static Fact.National national(VerifyIdentity.Request request) {
        return new Fact.National(given("credential", request.credential()), given("challenge", request.challenge()));
    }

    private static Inspection checked(NumberKind kind, String number, LocalDate today) {
        Inspection inspection = NumberInspector.inspect(kind, number, today);
        inspection.refusal().ifPresent(failed -> {
            throw IdentityProblem.of(failed.check()).with(failed.reason());
        });
        return inspection;
    }

    private static String name(VerifyIdentity.Request request) {
        String stripped = given("name", request.name()).strip();
        if (!NAME.matcher(stripped).matches()) {
            throw NAME_WRONG.with("a name has 1 to 100 letters, digits, spaces and the marks . , ' ( ) · & / -");
        }
        return stripped;
    }

    private static String given(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw FIELD_MISSING.with("the field " + field + " is missing: this method needs it");
        }
        return value;
    }
}
