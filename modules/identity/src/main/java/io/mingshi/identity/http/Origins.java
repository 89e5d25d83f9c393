package io.mingshi.identity.http;

import io.mingshi.identity.Origin;
import io.mingshi.servicekit.crypto.BlindIndex;
import io.mingshi.servicekit.id.Secrets;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Tells where the current request comes from.
///
/// A device gets a mark that only we can make, in a cookie. Requests without one count together for their
/// address, so that throwing the cookie away wins nothing.
@RequestScoped
class Origins {
    private static final String COOKIE = "mingshi_device";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

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
        return network(request.request().remoteAddress().hostAddress());
    }

    /// An IPv4 address, or the 64 bits of an IPv6 address that one subscriber has to themselves.
    static String network(String address) {
        InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*$", ""));
        byte[] bytes = parsed.getAddress();
        return bytes.length == IPV4_BYTES
                ? parsed.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES);
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
