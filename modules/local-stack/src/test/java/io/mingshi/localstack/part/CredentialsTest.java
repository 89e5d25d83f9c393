package io.mingshi.localstack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    private Path directory;

    @Test
    void onlyTheOwnerCanReadTheFile() throws Exception {
        Credentials.of(directory);

        Path file = directory.resolve("credentials.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecondStartFindsTheSameSecrets() throws Exception {
        Credentials first = Credentials.of(directory);
        Credentials second = Credentials.of(directory);

        assertThat(second.get("kek")).isEqualTo(first.get("kek"));
        assertThat(second.password("alice")).isEqualTo(first.password("alice"));
    }

    @Test
    void twoInstallationsShareNothing() throws Exception {
        Credentials one = Credentials.of(directory.resolve("one"));
        Credentials other = Credentials.of(directory.resolve("other"));

        assertThat(one.get("client.secret")).isNotEqualTo(other.get("client.secret"));
        assertThat(one.password("bob")).isNotEqualTo(other.password("bob"));
    }

    @Test
    void secretsAreLongEnoughForTheirUse() throws Exception {
        Credentials credentials = Credentials.of(directory);

        assertThat(credentials.get("client.secret")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(credentials.get("oidc-cookie")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(Base64.getDecoder().decode(credentials.get("kek"))).hasSize(32);
        assertThat(Base64.getDecoder().decode(credentials.get("pepper"))).hasSize(32);
        assertThat(Base64.getDecoder().decode(credentials.get("signing"))).hasSize(32);
    }
}
