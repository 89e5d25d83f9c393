package io.mingshi.labels.container;

import java.util.Optional;

/// What a reader could tell about the explicit label of a file, the one that people perceive.
public sealed interface Perceived {
    /// It is there.
    ///
    /// @param where in words, for example `start` or `lower right`
    /// @param box where in the picture, if it is one
    record Found(String where, Optional<Box> box) implements Perceived {}

    /// The places were searched and it is not there.
    ///
    /// @param where what was searched
    record NotFound(String where) implements Perceived {}

    /// This reader cannot tell.
    ///
    /// @param why one sentence for the person who asked
    record NotChecked(String why) implements Perceived {}

    /// A place in a picture, in shares of its width and height from the upper left corner, 0 to 1.
    record Box(double x, double y, double width, double height) {}
}
