package io.mingshi.console.http;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The templates, one for each page.
@CheckedTemplate(basePath = "console")
final class Pages {
    private Pages() {}

    static native TemplateInstance home();

    static native TemplateInstance complain();

    static native TemplateInstance ticket();

    static native TemplateInstance verify();

    static native TemplateInstance consent(boolean signedIn);

    static native TemplateInstance receipt();

    static native TemplateInstance verification();

    static native TemplateInstance data();

    static native TemplateInstance consents();

    static native TemplateInstance given();

    static native TemplateInstance guardian();

    static native TemplateInstance rules();

    static native TemplateInstance problem(String code, String zh, String en);

    static native TemplateInstance intake();

    static native TemplateInstance login();

    static native TemplateInstance tickets();

    static native TemplateInstance checks();

    static native TemplateInstance records();
}
