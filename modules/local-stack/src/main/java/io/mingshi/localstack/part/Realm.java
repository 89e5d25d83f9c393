package io.mingshi.localstack.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fills the secrets of this installation into the realm's description.
final class Realm {
    private Realm() {}

    /// Returns the description with each `${name}` replaced by the credential of that name.
    static String of(Path template, Credentials credentials) throws IOException {
        String text = Files.readString(template);
        text = text.replace("${client.secret}", credentials.get("client.secret"));
        for (String person : Credentials.PEOPLE) {
            text = text.replace("${people." + person + "}", credentials.password(person));
        }
        return text;
    }
}
