package io.mingshi.demo;

import io.mingshi.labels.AigcLabel;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.labels.VerificationReport;

/// Reads labels back with the library that anybody can use.
final class Labels {
    private static final LabelVerifier VERIFIER = new LabelVerifier();

    private Labels() {}

    /// Checks that the file is labelled as ours under this number.
    static void checkFile(Scene scene, byte[] content, String work) {
        VerificationReport report = VERIFIER.verify(content);
        scene.check(
                report.verdict() == Verdict.COMPLIANT,
                "the file holds exactly one label, in its place and form",
                report.verdict() + " " + report.findings());
        AigcLabel label = report.label().orElseThrow(() -> new DoesNotHold("the label cannot be read"));
        scene.check(
                label.label().equals("1") && label.produceId().equals(work),
                "it says: synthetic, by " + label.contentProducer() + ", number " + label.produceId(),
                label.toString());
    }
}
