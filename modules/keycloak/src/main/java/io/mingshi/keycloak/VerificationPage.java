package io.mingshi.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.forms.login.LoginFormsProvider;

/// The page of the step, with what the person typed so that it can be corrected.
final class VerificationPage {
    /// What the form sends.
    static final List<String> FIELDS = List.of("name", "number", "birthDate");

    private static final String TEMPLATE = "verify-real-name.ftl";

    private final RequiredActionContext context;

    VerificationPage(RequiredActionContext context) {
        this.context = context;
    }

    Response fresh() {
        return form(Map.of(), "").createForm(TEMPLATE);
    }

    Response refused(Refusal refusal, Map<String, String> typed) {
        return form(typed, refusal.field()).setError(refusal.message()).createForm(TEMPLATE);
    }

    Response unanswered(Map<String, String> typed) {
        return form(typed, "").setError("verify.unanswered").createForm(TEMPLATE);
    }

    /// @param wrong the field to correct; empty when it is none
    private LoginFormsProvider form(Map<String, String> typed, String wrong) {
        return context.form()
                .setAttribute("typed", typed)
                .setAttribute("wrong", wrong)
                .setAttribute("mayBePutOff", Settings.of(context.getConfig()).mayBePutOff());
    }
}
