package io.mingshi.governance;

import static io.mingshi.governance.GovernanceProblem.NO_SUCH_DOCUMENT;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The management rules, the covenant and the user agreement, in every version there ever was.
///
/// A provider has to write and publish them: [DSP-8](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm). The
/// agreement explains the labels: [LAB-8](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm).
@Singleton
public class PublishedRules {
    private static final String FOLDER = "/rules/";

    private final List<Document> documents;

    PublishedRules(ObjectMapper json) {
        documents = List.of(read(json, "index.json", String[].class)).stream()
                .map(file -> read(json, file, Document.class))
                .sorted(Comparator.comparing(Document::document)
                        .thenComparing(Document::inForceSince)
                        .thenComparing(Document::version))
                .toList();
    }

    /// A text in the two languages of the service.
    public record Text(String zh, String en) {}

    /// A part of a document; `labels` is the id of the part that explains the labels.
    public record Section(String id, Text heading, Text text) {}

    /// One version of a published document.
    public record Document(
            String document, String version, LocalDate inForceSince, Text title, List<Section> sections) {
        public Document {
            sections = List.copyOf(sections);
        }
    }

    /// The latest version of each document that is in force on that day.
    public List<Document> inForce(LocalDate day) {
        return documents.stream()
                .map(Document::document)
                .distinct()
                .map(name -> latest(name, day))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Any version, old ones included.
    ///
    /// @throws io.mingshi.contracts.ProblemException `NO_SUCH_DOCUMENT`
    public Document version(String name, String version) {
        return documents.stream()
                .filter(document -> document.document().equals(name))
                .filter(document -> document.version().equals(version))
                .findFirst()
                .orElseThrow(() -> NO_SUCH_DOCUMENT.with(
                        "no document has this name and version: see GET /api/governance/rules/versions"));
    }

    /// Every version of every document, the oldest first.
    public List<Document> all() {
        return documents;
    }

    private Optional<Document> latest(String name, LocalDate day) {
        return documents.stream()
                .filter(document -> document.document().equals(name))
                .filter(document -> !document.inForceSince().isAfter(day))
                .reduce((_, later) -> later);
    }

    private static <T> T read(ObjectMapper json, String file, Class<T> type) {
        try (var in = PublishedRules.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the published document " + file + " is missing");
            }
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("the published document " + file + " cannot be read", e);
        }
    }
}
