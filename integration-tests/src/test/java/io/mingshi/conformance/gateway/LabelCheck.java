package io.mingshi.conformance.gateway;

import io.mingshi.conformance.upstream.Cut;
import io.mingshi.labels.ExplicitWording;
import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import java.util.ArrayList;
import java.util.List;

/// Whether something leaves unlabelled, read by the labels library and by the programs of others.
record LabelCheck(Gateway gateway) {
    Finding examine(Cell cell) {
        Saying saying = Saying.valueOf(cell.what());
        saying.play(gateway.server(), "a lighthouse", false, new Cut.Every(7));
        Received received = new Client(gateway).ask(cell.surface(), cell.streamed(), saying.choices());
        if (received.answer().status() != 200) {
            return Finding.notOffered(Examination.briefly(received.answer()));
        }
        if (received.media().isEmpty() && !received.holds("lighthouse")) {
            return Finding.notOffered("nothing was delivered: " + Examination.briefly(received.answer()));
        }
        List<String> faults = new ArrayList<>();
        if (received.media().isEmpty()) {
            text(cell.surface(), saying.choices(), received, faults);
        }
        received.media().forEach(medium -> medium(medium, faults));
        return faults.isEmpty()
                ? Finding.holds(received.media().isEmpty() ? "notice" : "labels; " + OtherReaders.names())
                : Finding.fault(String.join("; ", faults));
    }

    private static void text(Surface surface, int choices, Received received, List<String> faults) {
        for (int choice = 0; choice < choices; choice++) {
            String text = surface == Surface.CHAT ? received.choice(choice) : received.everything();
            if (!ExplicitWording.conforms(text)) {
                faults.add("choice " + choice + " has no notice");
            }
        }
    }

    private static void medium(byte[] medium, List<String> faults) {
        var report = new LabelVerifier().verify(medium);
        if (report.verdict() != Verdict.COMPLIANT) {
            faults.add("the labels library says " + report.verdict());
            return;
        }
        String produceId = report.label().orElseThrow().produceId();
        faults.addAll(OtherReaders.faults(medium, produceId));
    }
}
