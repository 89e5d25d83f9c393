package io.mingshi.gateway.screening;

import io.mingshi.screening.LinearClassifier;
import io.mingshi.screening.TextClassifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/// The classifiers that the operator has installed; a library that names another one cannot be screened with.
@ApplicationScoped
class TextClassifiers {
    private final Map<String, TextClassifier> byName;

    TextClassifiers(ClassifierSettings settings) {
        byName = settings.files().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> read(entry.getKey(), entry.getValue())));
    }

    Map<String, TextClassifier> byName() {
        return byName;
    }

    private static TextClassifier read(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return LinearClassifier.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the text classifier " + name + " cannot be read from " + file, e);
        }
    }
}
