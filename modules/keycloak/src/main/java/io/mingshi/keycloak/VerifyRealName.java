package io.mingshi.keycloak;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserSessionModel;

/// Lets people with the role `user` through the login when `identity` says that their real name is proven,
/// or when the realm allows to put that off.
///
/// It decides by asking `identity` each time, also after a verification: its own form grants nothing. Who
/// puts it off, or logs in where no page can be shown, is not proven and neither generates nor publishes.
/// [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
final class VerifyRealName implements RequiredActionProvider {
    static final String ID = "verify-real-name";

    private static final String WHO_IS_VERIFIED = "user";
    private static final String PUT_OFF = "mingshi.verification-put-off";
    private static final String UNANSWERED = "mingshi.identity-unanswered";
    private static final String STATE = "mingshi.stand";
    private static final String UNNAMED = "mingshi.stand-unnamed";
    private static final Stand NOTHING_KNOWN = new Stand(Stand.State.NEW, false);

    private final HttpClient http;

    VerifyRealName(HttpClient http) {
        this.http = http;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (!concerns(context) || isPutOff(context)) {
            return;
        }
        switch (identity(context).standing()) {
            case Answer.Proven proven -> context.getAuthenticationSession().removeRequiredAction(ID);
            case Answer.Unproven unproven -> require(context, unproven.stand(), false);
            case Answer.Refused refused -> require(context, NOTHING_KNOWN, false);
            case Answer.Given given -> require(context, NOTHING_KNOWN, false);
            case Answer.Unanswered unanswered -> require(context, NOTHING_KNOWN, true);
        }
    }

    /// The step belongs to this login alone, not to the user: nothing of it is stored.
    private static void require(RequiredActionContext context, Stand stand, boolean unanswered) {
        context.getAuthenticationSession().addRequiredAction(ID);
        remember(context, stand);
        context.getAuthenticationSession().setAuthNote(UNANSWERED, Boolean.toString(unanswered));
    }

    /// Staff act in office and are known to the provider. Where a token is asked for with a password there
    /// is no page to show: the services refuse whoever is not proven.
    private static boolean concerns(RequiredActionContext context) {
        RoleModel role = context.getRealm().getRole(WHO_IS_VERIFIED);
        return context.getAuthenticationSession().getRedirectUri() != null
                && role != null
                && context.getUser().hasRole(role);
    }

    /// Once in a session is enough: a renewed login of the same session asks no more.
    private static boolean isPutOff(RequiredActionContext context) {
        if (!Settings.of(context.getConfig()).mayBePutOff()) {
            return false;
        }
        var login = context.getAuthenticationSession();
        UserSessionModel session = context.getSession()
                .sessions()
                .getUserSession(context.getRealm(), login.getParentSession().getId());
        return login.getUserSessionNotes().containsKey(PUT_OFF)
                || (session != null && session.getNote(PUT_OFF) != null);
    }

    private static void remember(RequiredActionContext context, Stand stand) {
        var login = context.getAuthenticationSession();
        login.setAuthNote(STATE, stand.state().name());
        login.setAuthNote(UNNAMED, Boolean.toString(stand.unnamed()));
    }

    private static Stand stand(RequiredActionContext context) {
        var login = context.getAuthenticationSession();
        String state = login.getAuthNote(STATE);
        return Stand.of(state == null ? "" : state, Boolean.parseBoolean(login.getAuthNote(UNNAMED)));
    }

    private static VerificationPage page(RequiredActionContext context) {
        return new VerificationPage(context, stand(context));
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        boolean unanswered =
                Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(UNANSWERED));
        var page = page(context);
        context.challenge(unanswered ? page.unanswered(Map.of()) : page.shown(Map.of()));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        var form = context.getHttpRequest().getDecodedFormParameters();
        Map<String, String> typed = typed(form);
        String chosen = form.getFirst(form.containsKey("way") ? "way" : "method");
        typed.put("method", Way.of(chosen, stand(context)).name());
        if (form.containsKey("later")) {
            putOff(context);
        } else if (form.containsKey("way")) {
            context.challenge(page(context).shown(typed));
        } else {
            answer(context, typed, ask(context, typed, form.getFirst("deed")));
        }
    }

    private static Map<String, String> typed(MultivaluedMap<String, String> form) {
        Map<String, String> typed = new TreeMap<>();
        for (String field : VerificationPage.FIELDS) {
            String value = form.getFirst(field);
            if (value != null && !value.isBlank()) {
                typed.put(field, value);
            }
        }
        return typed;
    }

    private Answer ask(RequiredActionContext context, Map<String, String> typed, @Nullable String deed) {
        AskIdentity identity = identity(context);
        return switch (deed == null ? "" : deed) {
            case "again" -> identity.standing();
            case "challenge" -> identity.challenge();
            case "guardian" -> identity.askGuardian();
            case "code" ->
                mobile(identity.sendCode(withAddress(context, Map.of("mobile", typed.getOrDefault("mobile", "")))));
            default -> identity.verify(withAddress(context, typed));
        };
    }

    private static Answer mobile(Answer answer) {
        return answer instanceof Answer.Refused refused
                ? new Answer.Refused(Refusal.ofMobile(refused.refusal()))
                : answer;
    }

    private static void answer(RequiredActionContext context, Map<String, String> typed, Answer answer) {
        var page = page(context);
        switch (answer) {
            case Answer.Proven proven -> context.success();
            case Answer.Refused refused -> context.challenge(page.refused(refused.refusal(), typed));
            case Answer.Unproven unproven -> {
                remember(context, unproven.stand());
                context.challenge(page(context).shown(typed));
            }
            case Answer.Given given -> context.challenge(given(context, page, typed, given.value()));
            case Answer.Unanswered unanswered -> context.challenge(page.unanswered(typed));
        }
    }

    private static Response given(
            RequiredActionContext context, VerificationPage page, Map<String, String> typed, String value) {
        return switch (String.valueOf(
                context.getHttpRequest().getDecodedFormParameters().getFirst("deed"))) {
            case "code" -> page.codeSent(typed);
            case "guardian" -> page.guardianAsked(value, typed);
            default -> {
                typed.put("challenge", value);
                yield page.shown(typed);
            }
        };
    }

    private static Map<String, String> withAddress(RequiredActionContext context, Map<String, String> typed) {
        Map<String, String> fields = new TreeMap<>(typed);
        fields.put("address", context.getConnection().getRemoteAddr());
        return fields;
    }

    private void putOff(RequiredActionContext context) {
        if (Settings.of(context.getConfig()).mayBePutOff()) {
            context.getAuthenticationSession().setUserSessionNote(PUT_OFF, "yes");
            context.success();
        } else {
            requiredActionChallenge(context);
        }
    }

    private AskIdentity identity(RequiredActionContext context) {
        Settings settings = Settings.of(context.getConfig());
        return new AskIdentity(http, settings.identity(), LoginToken.of(context, settings.audience()));
    }

    @Override
    public void close() {}
}
