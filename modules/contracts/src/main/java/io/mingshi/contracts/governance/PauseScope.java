package io.mingshi.contracts.governance;

/// What an authority may order to be paused (DSP art. 21).
public enum PauseScope {
    GENERATION,
    PUBLICATION,
    REGISTRATION
}
