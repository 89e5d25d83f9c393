package io.mingshi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.testkit.TestRealm.Someone;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One browser that logs in at the real Keycloak: it keeps cookies, follows redirects within Keycloak,
/// fills forms, and runs no script.
public final class LoginJourney {
    /// Where the login sends whoever is let through; nothing listens there.
    public static final String REDIRECT = "http://127.0.0.1/arrived";

    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();
    private final String language;
    private HttpResponse<String> page;

    private final String address;

    private LoginJourney(String language, String address) throws IOException {
        this.language = language;
        this.address = address;
        this.page = follow(ask(address).GET());
    }

    /// Opens the login page.
    ///
    /// @param language such as `zh-CN`
    public static LoginJourney in(String language) throws IOException {
        var stack = LocalStack.properties();
        return new LoginJourney(
                language,
                stack.getProperty("keycloak.realm-url") + "/protocol/openid-connect/auth?client_id="
                        + stack.getProperty("client.id") + "&response_type=code&scope=openid&ui_locales=" + language
                        + "&redirect_uri=" + URLEncoder.encode(REDIRECT, UTF_8));
    }

    /// Opens a page of an application that asks for a login.
    ///
    /// @param page with the host `127.0.0.1`, to which the login sends people back
    public static LoginJourney to(String page) throws IOException {
        return new LoginJourney("en", page);
    }

    /// Goes there once more, as an application does whose token has expired.
    public LoginJourney again() throws IOException {
        page = follow(ask(address).GET());
        return this;
    }

    public LoginJourney logIn(Someone someone) throws IOException {
        return send(Map.of("username", someone.name(), "password", someone.password()));
    }

    /// Fills the form of the page and sends it.
    public LoginJourney send(Map<String, String> fields) throws IOException {
        Matcher form = ACTION.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("the page has no form: " + page.body());
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        page = follow(ask(form.group(1).replace("&amp;", "&"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return this;
    }

    public int status() {
        return page.statusCode();
    }

    /// The page as the person sees it; empty when there is none because the login let them through.
    public String html() {
        return page.body();
    }

    /// A header of the page.
    public String header(String name) {
        return page.headers().firstValue(name).orElse("");
    }

    /// The code that the application gets; empty while the login has not let the person through.
    public Optional<String> code() {
        Matcher code = CODE.matcher(page.headers().firstValue("Location").orElse(""));
        return code.find() ? Optional.of(code.group(1)) : Optional.empty();
    }

    private HttpRequest.Builder ask(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) throws IOException {
        HttpResponse<String> answer = exchange(first);
        String next = answer.headers().firstValue("Location").orElse("");
        while (!next.isEmpty() && !next.startsWith(REDIRECT)) {
            answer = exchange(ask(next).GET());
            next = answer.headers().firstValue("Location").orElse("");
        }
        return answer;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException {
        request.header("Accept-Language", language);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                if (cookie.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while logging in", e);
        }
    }
}
