package io.mingshi.localstack;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// The configuration that our applications get from the local stack.
final class Settings {
    /// A constructed code that belongs to no provider: labels made with it are good for this machine alone.
    static final String PROVIDER_CODE = "001191000000000000000K10001";

    /// The demonstration and the conformance suite ask for prohibited content on purpose, over and over in the
    /// name of the same people, who are not to be suspended for it.
    private static final String MANY = "100000";

    private Settings() {}

    /// Returns the configuration by key.
    ///
    /// @param stack the facts of the running stack
    /// @param publicUrl where people reach the platform
    static Map<String, String> of(Properties stack, String publicUrl) {
        Map<String, String> settings = new HashMap<>();
        settings.put("mingshi.db.host", "127.0.0.1:" + stack.getProperty("postgres.port"));
        settings.put("mingshi.kafka", "127.0.0.1:" + stack.getProperty("kafka.port"));
        settings.put("mingshi.provider-code", PROVIDER_CODE);
        settings.put("mingshi.records.log.origin", "mingshi.local/records");
        settings.put("mingshi.demo", "true");
        settings.put("mingshi.public-url", publicUrl);
        settings.put("mingshi.abuse.in-a-row", MANY);
        settings.put("mingshi.abuse.on-a-day", MANY);
        Map.ofEntries(
                        Map.entry("mingshi.db.username", "postgres.user"),
                        Map.entry("mingshi.db.password", "postgres.password"),
                        Map.entry("mingshi.oidc.url", "keycloak.realm-url"),
                        Map.entry("mingshi.oidc.client-id", "client.id"),
                        Map.entry("mingshi.oidc.secret", "client.secret"),
                        Map.entry("mingshi.accounts.url", "keycloak.accounts-url"),
                        Map.entry("mingshi.accounts.secret", "accounts.secret"),
                        Map.entry("mingshi.oidc.cookie-secret", "oidc-cookie"),
                        Map.entry("mingshi.s3.url", "s3.url"),
                        Map.entry("mingshi.s3.access-key", "s3.access-key"),
                        Map.entry("mingshi.s3.secret-key", "s3.secret-key"),
                        Map.entry("mingshi.kek", "kek"),
                        Map.entry("mingshi.pepper", "pepper"),
                        Map.entry("mingshi.signing", "signing"),
                        Map.entry("mingshi.watermark-key", "watermark"),
                        Map.entry("mingshi.records.log.key", "records-log"),
                        Map.entry("mingshi.records.log.folder", "records-log.folder"),
                        Map.entry("mingshi.authority.url", "authority.url"),
                        Map.entry("mingshi.authority.key", "authority.key"))
                .forEach((key, fact) -> settings.put(key, stack.getProperty(fact)));
        return settings;
    }
}
