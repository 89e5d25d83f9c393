package io.mingshi.gateway.generation;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.generation.Generated.Piece;

/// A piece that may be labelled, with the verdict it rests on; only [Review] makes one.
final class Passed {
    private final Piece piece;
    private final ScreeningRecord verdict;

    Passed(Piece piece, ScreeningRecord verdict) {
        this.piece = piece;
        this.verdict = verdict;
    }

    Piece piece() {
        return piece;
    }

    ScreeningRecord verdict() {
        return verdict;
    }
}
