package io.mingshi.keycloak;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.TreeMap;
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
            case Answer.Unproven unproven -> require(context, false);
            case Answer.Refused refused -> require(context, false);
            case Answer.Unanswered unanswered -> require(context, true);
        }
    }

    /// The step belongs to this login alone, not to the user: nothing of it is stored.
    private static void require(RequiredActionContext context, boolean unanswered) {
        context.getAuthenticationSession().addRequiredAction(ID);
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

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        boolean unanswered =
                Boolean.parseBoolean(context.getAuthenticationSession().getAuthNote(UNANSWERED));
        var page = new VerificationPage(context);
        context.challenge(unanswered ? page.unanswered(Map.of()) : page.fresh());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        var form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey("later")) {
            putOff(context);
            return;
        }
        Map<String, String> typed = new TreeMap<>();
        for (String field : VerificationPage.FIELDS) {
            String value = form.getFirst(field);
            if (value != null && !value.isBlank()) {
                typed.put(field, value);
            }
        }
        var page = new VerificationPage(context);
        switch (verify(context, typed)) {
            case Answer.Proven proven -> context.success();
            case Answer.Refused refused -> context.challenge(page.refused(refused.refusal(), typed));
            case Answer.Unproven unproven -> context.challenge(page.unanswered(typed));
            case Answer.Unanswered unanswered -> context.challenge(page.unanswered(typed));
        }
    }

    private Answer verify(RequiredActionContext context, Map<String, String> typed) {
        Map<String, String> fields = new TreeMap<>(typed);
        fields.put("address", context.getConnection().getRemoteAddr());
        return identity(context).verify(fields);
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
