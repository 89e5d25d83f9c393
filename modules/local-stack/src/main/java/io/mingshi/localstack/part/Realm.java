package io.mingshi.localstack.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Fills the secrets of this installation into the realm's description.
final class Realm {
    private Realm() {}

    /// Returns the description with each `${name}` replaced by the credential of that name.
    ///
    /// @param platform where services verify the people who log in; empty when there are none
    static String of(Path template, Credentials credentials, Optional<String> platform) throws IOException {
        String text = Files.readString(template);
        text = text.replace("${client.secret}", credentials.get("client.secret"))
                .replace("${accounts.secret}", credentials.get("accounts.secret"))
                .replace("\"${verified}\"", Boolean.toString(platform.isPresent()))
                .replace("${platform.url}", platform.orElse(""));
        for (String person : Credentials.PEOPLE) {
            text = text.replace("${people." + person + "}", credentials.password(person));
        }
        return text;
    }
}
