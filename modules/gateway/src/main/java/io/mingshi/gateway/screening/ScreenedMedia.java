package io.mingshi.gateway.screening;

import io.mingshi.contracts.event.ScreeningRecord;

/// A verdict on a picture, a sound or a film; only [MediaScreening] makes one.
public final class ScreenedMedia {
    private final ScreeningRecord entry;
    private final Outcome outcome;

    /// What follows.
    public enum Outcome {
        PASS,
        /// A person has to look.
        HOLD,
        REFUSE
    }

    ScreenedMedia(ScreeningRecord entry, Outcome outcome) {
        this.entry = entry;
        this.outcome = outcome;
    }

    /// The verdict as events and records carry it; its rule names what decided, also where it allows.
    public ScreeningRecord entry() {
        return entry;
    }

    public Outcome outcome() {
        return outcome;
    }
}
