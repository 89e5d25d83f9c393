package io.mingshi.screening.media;

import java.util.List;

/// Looks at pictures for one thing; used by many threads at once.
public interface PictureCheck {
    /// Names it in verdicts.
    String name();

    /// Whether it can tell prohibited content, so that its silence allows; a list of known pictures or a search for
    /// faces cannot.
    boolean tells();

    /// What it found; empty when nothing.
    ///
    /// @throws UnscreenableException when it cannot look
    List<Signal> look(Picture picture);
}
