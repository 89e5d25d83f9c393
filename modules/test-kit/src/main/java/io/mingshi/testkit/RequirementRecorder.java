package io.mingshi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
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

    private final Set<String> lines = new TreeSet<>();

    @Override
    public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest()) {
            record(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed");
        }
    }

    @Override
    public synchronized void executionSkipped(TestIdentifier test, String reason) {
        record(test, "skipped");
    }

    @Override
    public synchronized void testPlanExecutionFinished(TestPlan plan) {
        if (lines.isEmpty()) {
            return;
        }
        try {
            Path file = Path.of(FILE);
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines.clear();
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
                lines.add(id + "\t" + name + "\t" + outcome);
            }
        });
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
