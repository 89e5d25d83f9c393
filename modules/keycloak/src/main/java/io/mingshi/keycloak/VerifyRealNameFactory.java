package io.mingshi.keycloak;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/// Offers the step [VerifyRealName] to every realm, with its settings.
public final class VerifyRealNameFactory implements RequiredActionFactory {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public String getId() {
        return VerifyRealName.ID;
    }

    @Override
    public String getDisplayText() {
        return "Verify the real name";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new VerifyRealName(http);
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return List.of(
                new ProviderConfigProperty(
                        Settings.IDENTITY,
                        "Address of identity",
                        "Where the service identity is reached, without a path; without it nobody can be verified.",
                        ProviderConfigProperty.STRING_TYPE,
                        ""),
                new ProviderConfigProperty(
                        Settings.UNVERIFIED,
                        "People who are not verified",
                        "later: they may log in, look around and be verified another time; refused: they may not.",
                        ProviderConfigProperty.LIST_TYPE,
                        Settings.LATER,
                        Settings.LATER,
                        Settings.REFUSED),
                new ProviderConfigProperty(
                        Settings.AUDIENCE,
                        "Audience of identity",
                        "The audience that identity expects of a token.",
                        ProviderConfigProperty.STRING_TYPE,
                        Settings.DEFAULT_AUDIENCE));
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {
        http.close();
    }
}
