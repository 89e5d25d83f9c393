package io.mingshi.conformance.gateway;

import io.mingshi.client.Answer;
import io.mingshi.conformance.upstream.Cut;
import io.mingshi.conformance.upstream.Said;
import io.mingshi.conformance.upstream.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/// Examines a gateway, each cell once.
///
/// A cell counts only after an innocent twin of its request went the whole way: a gateway that refuses everything, or
/// drops a field, offers nothing there and has kept no promise.
final class Examination {
    private final Gateway gateway;
    private final Map<Cell, Finding> found = new LinkedHashMap<>();

    Examination(Gateway gateway) {
        this.gateway = gateway;
        gateway.server().forbids(gateway.forbidden());
    }

    /// What was examined so far.
    Map<Cell, Finding> found() {
        return Map.copyOf(found);
    }

    List<Cell> cells(List<Cell> cells, Predicate<Finding> wanted) {
        return cells.stream().filter(cell -> wanted.test(examine(cell))).toList();
    }

    synchronized Finding examine(Cell cell) {
        return found.computeIfAbsent(cell, this::examineNow);
    }

    private Finding examineNow(Cell cell) {
        if (!gateway.offers(cell.surface())) {
            return Finding.notOffered("no model of this kind is named");
        }
        reset();
        return switch (cell.promise()) {
            case INPUT -> new InputCheck(gateway).examine(cell);
            case OUTPUT -> new OutputCheck(gateway).examine(cell);
            case LABEL -> new LabelCheck(gateway).examine(cell);
            case OUTAGE -> new OutageCheck(gateway).examine(cell);
        };
    }

    private void reset() {
        gateway.server().shows(Shown.CALM);
        gateway.server().says(Said.text("fine", new Cut.Whole()));
        gateway.server().forget();
    }

    static String mark() {
        return "m" + UUID.randomUUID().toString().replace("-", "");
    }

    /// What an answer was, in few words.
    static String briefly(Answer answer) {
        String text = answer.text().replaceAll("[^\\p{Graph}]+", " ").replace("|", "/");
        return "status " + answer.status() + " " + answer.problem()
                + (answer.problem().isEmpty() ? text.substring(0, Math.min(120, text.length())) : "");
    }
}
