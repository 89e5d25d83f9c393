package io.mingshi.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.urls.UrlType;
import org.keycloak.util.TokenUtil;

/// What the login shows `identity`: that this person is just logging in, for one minute.
///
/// It carries the role `login`, which nobody in the realm can be given, and no other. The login thus needs
/// no secret, and can act for no one but the person whom it has authenticated.
final class LoginToken {
    private static final String ROLE = "login";
    private static final Duration LIFE = Duration.ofMinutes(1);

    private LoginToken() {}

    static String of(RequiredActionContext context, String audience) {
        KeycloakSession session = context.getSession();
        long now = Instant.now().getEpochSecond();
        var token = new AccessToken();
        token.id(UUID.randomUUID().toString());
        token.type(TokenUtil.TOKEN_TYPE_BEARER);
        token.issuer(Urls.realmIssuer(
                session.getContext().getUri(UrlType.FRONTEND).getBaseUri(),
                context.getRealm().getName()));
        token.subject(context.getUser().getId());
        token.audience(audience);
        token.iat(now);
        token.exp(now + LIFE.toSeconds());
        token.setRealmAccess(new AccessToken.Access().addRole(ROLE));
        return session.tokens().encode(token);
    }
}
