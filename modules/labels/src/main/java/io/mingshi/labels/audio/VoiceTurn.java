package io.mingshi.labels.audio;

import io.mingshi.labels.ExplicitPolicy;

/// One turn of a spoken conversation, such as with an assistant: start and end of the sound are those of each turn
/// (GB 45438-2025 clause 5.3 note 3).
///
/// @param interfaceShowsLabel whether, while this turn is heard, the interface shows a notice in words, which may
///     stand in for the one in the sound ([LAB-4](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm) no. 2);
///     on the telephone it never does
public record VoiceTurn(boolean interfaceShowsLabel) {
    /// What the sound of this turn is to carry. Asked anew for each turn, since an interface can be closed in between.
    public ExplicitPolicy policy() {
        return interfaceShowsLabel ? ExplicitPolicy.NONE : ExplicitPolicy.STANDARD;
    }
}
