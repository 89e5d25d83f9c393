package io.mingshi.evidencelog.store;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import java.net.URI;
import java.util.Map;

/// Where an S3 store is, and whom it lets in.
///
/// @param endpoint for example `https://s3.example.com`
/// @param region as the store calls it, for example `us-east-1`
public record S3Access(URI endpoint, String region, String accessKey, String secretKey) {
    private static final String ENDPOINT = "AWS_ENDPOINT_URL";
    private static final String REGION = "AWS_REGION";
    private static final String ACCESS_KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
    private static final String USUAL_REGION = "us-east-1";

    /// What the variables say that the usual S3 tools read too.
    public static S3Access of(Map<String, String> environment) {
        return new S3Access(
                URI.create(needed(environment, ENDPOINT)),
                environment.getOrDefault(REGION, USUAL_REGION),
                needed(environment, ACCESS_KEY),
                needed(environment, SECRET_KEY));
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw MALFORMED.with("a log in a bucket needs the environment variables " + ENDPOINT + ", " + ACCESS_KEY
                    + " and " + SECRET_KEY + "; " + name + " is not set");
        }
        return value;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return endpoint + " as " + accessKey;
    }
}
