package io.mingshi.gateway.generation;

import io.mingshi.contracts.event.ScreeningRecord;
import io.mingshi.gateway.generation.Generated.Piece;
import java.util.Optional;

/// A piece that may be labelled, with the verdict it rests on; only [Review] makes one.
final class Passed {
    private final Piece piece;
    private final ScreeningRecord verdict;
    private final Optional<String> held;

    private final String foreword;

    /// @param held why a person has to look before it is handed out; empty when nobody has to
    /// @param foreword what a text begins with behind the label's notice; may be empty
    Passed(Piece piece, ScreeningRecord verdict, Optional<String> held, String foreword) {
        this.foreword = foreword;
        this.piece = piece;
        this.verdict = verdict;
        this.held = held;
    }

    Optional<String> held() {
        return held;
    }

    String foreword() {
        return foreword;
    }

    Piece piece() {
        return piece;
    }

    ScreeningRecord verdict() {
        return verdict;
    }
}
