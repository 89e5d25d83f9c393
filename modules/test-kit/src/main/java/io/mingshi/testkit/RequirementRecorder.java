package io.mingshi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes, for each finished test with a [Requirement], one line `id <tab> test <tab> outcome` into
/// `target/requirements/outcomes.tsv` of its module; the coverage table is made from these files.
public final class RequirementRecorder implements TestExecutionListener {
    static final String FILE = "target/requirements/outcomes.tsv";

    private static final List<String> FROM_GOOD_TO_BAD = List.of("skipped", "passed", "failed");

    /// Outcomes by id and test; a test with several invocations has the outcome of its worst.
    private final Map<String, String> outcomes = new TreeMap<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            record(
                    test,
                    switch (result.getStatus()) {
                        case SUCCESSFUL -> "passed";
                        case ABORTED -> "skipped";
                        case FAILED -> "failed";
                    });
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        record(test, "skipped");
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (outcomes.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(FILE);
            Files.createDirectories(file.getParent());
            List<String> lines = outcomes.entrySet().stream()
                    .map(outcome -> outcome.getKey() + "\t" + outcome.getValue())
                    .toList();
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            outcomes.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("the outcomes of requirements could not be written", e);
        }
    }

    private void record(TestIdentifier test, String outcome) {
        Optional<MethodSource> source =
                test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
        source.ifPresent(method -> {
            for (String id : idsOf(method)) {
                String name = method.getClassName() + "#" + method.getMethodName();
                outcomes.merge(id + "\t" + name, outcome, RequirementRecorder::worse);
            }
        });
    }

    private static String worse(String one, String other) {
        return FROM_GOOD_TO_BAD.indexOf(one) > FROM_GOOD_TO_BAD.indexOf(other) ? one : other;
    }

    private static Set<String> idsOf(MethodSource source) {
        Set<String> ids = new TreeSet<>();
        // by name: the class loader that ran the test may have loaded another copy of the annotation
        for (var element : new java.lang.reflect.AnnotatedElement[] {source.getJavaClass(), source.getJavaMethod()}) {
            for (var annotation : element.getAnnotations()) {
                if (annotation.annotationType().getName().equals(Requirement.class.getName())) {
                    ids.addAll(Set.of(values(annotation)));
                }
            }
        }
        return ids;
    }

    private static String[] values(java.lang.annotation.Annotation annotation) {
        try {
            return (String[]) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a @Requirement without ids", e);
        }
    }
}
