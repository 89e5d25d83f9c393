package io.mingshi.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.models.RequiredActionConfigModel;

/// How the realm wants the step to be.
///
/// @param identity the address of `identity`; empty when nobody can be asked
/// @param mayBePutOff whether people who are not verified may log in; anything but a clear yes is a no
/// @param audience that `identity` expects of a token
record Settings(String identity, boolean mayBePutOff, String audience) {
    static final String IDENTITY = "identity";
    static final String UNVERIFIED = "unverified";
    static final String AUDIENCE = "audience";
    static final String LATER = "later";
    static final String REFUSED = "refused";
    static final String DEFAULT_AUDIENCE = "mingshi";

    static Settings of(@Nullable RequiredActionConfigModel config) {
        return new Settings(
                value(config, IDENTITY, ""),
                value(config, UNVERIFIED, REFUSED).equals(LATER),
                value(config, AUDIENCE, DEFAULT_AUDIENCE));
    }

    private static String value(@Nullable RequiredActionConfigModel config, String key, String otherwise) {
        if (config == null || config.getConfig() == null) {
            return otherwise;
        }
        String value = config.getConfig().get(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
