package io.mingshi.gateway.screening;

import io.mingshi.screening.media.Picture;
import io.mingshi.screening.media.PictureCheck;
import io.mingshi.screening.media.Signal;
import io.mingshi.screening.media.Signal.Level;
import java.util.List;

/// Refuses pictures that are works which were taken down, however they come back.
record TakenDownCheck(TakenDownWorks works) implements PictureCheck {
    static final String RULE = "TAKEN_DOWN:";

    /// The work was taken down for a reason of its own, which its decision names.
    static final String CATEGORY = "taken-down";

    @Override
    public String name() {
        return "taken-down";
    }

    @Override
    public boolean tells() {
        return false;
    }

    @Override
    public List<Signal> look(Picture picture) {
        return picture
                .fingerprint()
                .flatMap(works::like)
                .map(work -> new Signal(RULE + work, CATEGORY, 1, Level.BLOCK))
                .stream()
                .toList();
    }
}
