package io.mingshi.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One person's browser: it keeps cookies, follows redirects, fills the form of a page and runs no script.
///
/// All hosts share the cookies, which suits a platform and a login on one machine.
public final class Browser {
    private static final int MOST_REDIRECTS = 12;
    private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new TreeMap<>();
    private Answer page;

    private Browser(String address) throws IOException {
        this.page = follow(URI.create(address), null);
    }

    /// Opens a page, and the login where that asks for one.
    public static Browser at(String address) throws IOException {
        return new Browser(address);
    }

    public Answer page() {
        return page;
    }

    /// Asks the platform with this browser's session, as the scripts of its pages do.
    public Answer get(String address) throws IOException {
        return follow(URI.create(address), null);
    }

    /// Fills the form of the page and sends it.
    public Browser send(Map<String, String> fields) throws IOException {
        Matcher form = ACTION.matcher(page.text());
        if (!form.find()) {
            throw new IOException("the page that answers " + page.status() + " has no form to fill");
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        page = follow(URI.create(form.group(1).replace("&amp;", "&")), body);
        return this;
    }

    private Answer follow(URI address, @Nullable String form) throws IOException {
        Answer answer = exchange(address, form);
        URI next = address;
        for (int i = 0; i < MOST_REDIRECTS && answer.status() / 100 == 3; i++) {
            next = next.resolve(answer.header("Location"));
            answer = exchange(next, null);
        }
        return answer;
    }

    private Answer exchange(URI address, @Nullable String form) throws IOException {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html, application/json");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a page", e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
