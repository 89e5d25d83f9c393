package io.mingshi.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/// The page of the step, with what the person typed so that it can be corrected.
final class VerificationPage {
    /// What the form sends.
    static final List<String> FIELDS =
            List.of("method", "name", "number", "birthDate", "mobile", "code", "credential", "challenge");

    private static final String TEMPLATE = "verify-real-name.ftl";

    private final RequiredActionContext context;
    private final Stand stand;

    VerificationPage(RequiredActionContext context, Stand stand) {
        this.context = context;
        this.stand = stand;
    }

    Response shown(Map<String, String> typed) {
        return form(typed, "").createForm(TEMPLATE);
    }

    Response refused(Refusal refusal, Map<String, String> typed) {
        return form(typed, refusal.field())
                .setAttribute("guardian", refusal == Refusal.UNDER_14 || isChild())
                .setError(refusal.message())
                .createForm(TEMPLATE);
    }

    Response unanswered(Map<String, String> typed) {
        return form(typed, "")
                .setAttribute("again", true)
                .setError("verify.unanswered")
                .createForm(TEMPLATE);
    }

    Response codeSent(Map<String, String> typed) {
        return form(typed, "").setInfo("verify.code.sent").createForm(TEMPLATE);
    }

    /// @param secret of the link that the child gives to a guardian; it is shown this once
    Response guardianAsked(String secret, Map<String, String> typed) {
        return form(typed, "").setAttribute("guardianLink", secret).createForm(TEMPLATE);
    }

    /// @param wrong the field to correct; empty when it is none
    private LoginFormsProvider form(Map<String, String> typed, String wrong) {
        return context.form()
                .setAttribute("typed", typed)
                .setAttribute("wrong", wrong)
                .setAttribute("way", Way.of(typed.get("method"), stand).name())
                .setAttribute("ways", stand.ways().stream().map(Enum::name).toList())
                .setAttribute("stand", stand.state().name())
                .setAttribute("verifiable", stand.verifiable())
                .setAttribute("again", !stand.verifiable())
                .setAttribute("guardian", isChild())
                .setAttribute("mayBePutOff", Settings.of(context.getConfig()).mayBePutOff());
    }

    private boolean isChild() {
        return stand.state() == Stand.State.GUARDIAN_MISSING;
    }
}
