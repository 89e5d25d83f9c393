package io.mingshi.localstack.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks an address whether it is there.
public final class HttpProbe {
    private static final int PATIENCE_MILLIS = 2000;

    private HttpProbe() {}

    /// Says whether anything but a server error comes back.
    public static boolean answers(String url) {
        int status = status(url);
        return status > 0 && status < 500;
    }

    /// Says whether the answer is 200.
    public static boolean isOk(String url) {
        return status(url) == 200;
    }

    private static int status(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return 0;
        }
    }
}
