package io.mingshi.identity;

import static io.mingshi.identity.IdentityProblem.BIRTH_DATE_UNKNOWN;
import static io.mingshi.identity.IdentityProblem.FIELD_MISSING;
import static io.mingshi.identity.IdentityProblem.NAME_WRONG;
import static io.mingshi.identity.IdentityProblem.UNDER_14;

import io.mingshi.identity.number.Inspection;
import io.mingshi.identity.number.NumberInspector;
import io.mingshi.identity.number.NumberKind;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who somebody says they are, after every check that needs nobody else; only such a claim reaches the authority.
public final class Claim {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} .,'()·•（）&/-]{1,100}");

    private final Method method;
    private final PersonalData data;

    private Claim(Method method, PersonalData data) {
        this.method = method;
        this.data = data;
    }

    /// @param today the day in Asia/Shanghai
    /// @throws io.mingshi.contracts.ProblemException the problem of the first check that fails
    public static Claim of(
            Method method,
            @Nullable String name,
            @Nullable String number,
            @Nullable String mobile,
            @Nullable String creditCode,
            LocalDate today) {
        String checkedName = checkedName(name);
        return switch (method) {
            case ID_DOCUMENT -> new Claim(method, person(checkedName, number, null, today));
            case MOBILE -> new Claim(method, person(checkedName, number, checkedMobile(mobile, today), today));
            case ORGANIZATION -> {
                String code = given("creditCode", creditCode);
                yield new Claim(
                        method,
                        new PersonalData(
                                checkedName,
                                checked(NumberKind.CREDIT_CODE, code, today).number(),
                                null,
                                null));
            }
        };
    }

    public Method method() {
        return method;
    }

    public PersonalData data() {
        return data;
    }

    private static PersonalData person(String name, @Nullable String number, @Nullable String mobile, LocalDate today) {
        String document = given("number", number);
        Inspection inspection = checked(NumberKind.ofDocument(document), document, today);
        LocalDate birth = inspection
                .birthDate()
                .orElseThrow(() -> BIRTH_DATE_UNKNOWN.with(
                        "this document does not tell the birth date, which decides about guardians:"
                                + " use a document with 18 characters"));
        if (Birthday.needsGuardian(birth, today)) {
            throw UNDER_14.with("a person under " + Birthday.GUARDIAN_UNTIL
                    + " can only be verified with a guardian's consent, for which there is no way here yet");
        }
        return new PersonalData(name, inspection.number(), mobile, birth);
    }

    private static String checkedMobile(@Nullable String mobile, LocalDate today) {
        return checked(NumberKind.MOBILE, given("mobile", mobile), today).number();
    }

    private static Inspection checked(NumberKind kind, String number, LocalDate today) {
        Inspection inspection = NumberInspector.inspect(kind, number, today);
        inspection.refusal().ifPresent(failed -> {
            throw IdentityProblem.of(failed.check()).with(failed.reason());
        });
        return inspection;
    }

    private static String checkedName(@Nullable String name) {
        String stripped = given("name", name).strip();
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
