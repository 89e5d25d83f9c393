package io.mingshi.identity.http;

import io.mingshi.identity.Origin;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.mingshi.servicekit.id.Secrets;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Tells where the current request comes from.
///
/// A device gets a mark that only we can make, in a cookie. Requests without one count together for their
/// address, so that throwing the cookie away wins nothing.
@RequestScoped
class Origins {
    private static final String COOKIE = "mingshi_device";
    private static final Duration KEPT = Duration.ofDays(400);

    private final RoutingContext request;
    private final BlindIndex index;

    Origins(RoutingContext request, BlindIndex index) {
        this.request = request;
        this.index = index;
    }

    Origin current() {
        String address = address();
        Cookie cookie = request.request().getCookie(COOKIE);
        String device = cookie == null ? null : known(cookie.getValue());
        if (device != null) {
            return new Origin(address, device);
        }
        mark();
        return new Origin(address, "unmarked " + address);
    }

    String address() {
        return Origin.network(request.request().remoteAddress().hostAddress());
    }

    private @Nullable String known(String value) {
        int dot = value.indexOf('.');
        if (dot < 0) {
            return null;
        }
        String device = value.substring(0, dot);
        return seal(device).equals(value.substring(dot + 1)) ? device : null;
    }

    private void mark() {
        String device = Secrets.next();
        request.response()
                .addCookie(Cookie.cookie(COOKIE, device + "." + seal(device))
                        .setHttpOnly(true)
                        .setSecure(request.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT)
                        .setPath("/api/identity")
                        .setMaxAge(KEPT.toSeconds()));
    }

    private String seal(String device) {
        return index.of("identity.device", device);
    }
}
