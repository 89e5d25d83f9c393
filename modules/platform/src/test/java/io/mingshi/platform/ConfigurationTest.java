package io.mingshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// A key that two modules set would silently be that of the module that comes first on the class path.
class ConfigurationTest {
    @Test
    void noTwoModulesSetTheSameKey() throws IOException {
        Map<String, List<String>> owners = new TreeMap<>();
        for (URL file :
                Collections.list(getClass().getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
            var properties = new Properties();
            try (var in = file.openStream()) {
                properties.load(in);
            }
            properties
                    .stringPropertyNames()
                    .forEach(key ->
                            owners.computeIfAbsent(key, _ -> new ArrayList<>()).add(file.getPath()));
        }
        assertThat(owners.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }
}
