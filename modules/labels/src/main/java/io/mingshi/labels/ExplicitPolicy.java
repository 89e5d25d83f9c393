package io.mingshi.labels;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What people are to perceive of a label, and where (GB 45438-2025 clause 5).
///
/// @param places where texts and sounds carry it; at least one unless `none`
/// @param corner where pictures and films carry it
/// @param wholeFilm whether a film shows it from beginning to end instead of its first seconds
/// @param voicePrompt a recording (WAV) of a spoken notice, in the place of the rhythm; the operator answers for what
/// it
///     says and how fast (clause 5.3 note 4)
/// @param none whether there is to be no explicit label. The law allows that only on request of the user, who then
///     carries the duty to label ([LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)), or for files that
///     already show one; the caller keeps the record
public record ExplicitPolicy(
        Set<Place> places, Corner corner, boolean wholeFilm, Optional<Path> voicePrompt, boolean none) {

    /// Positions in texts and sounds.
    public enum Place {
        START,
        MIDDLE,
        END
    }

    /// Positions in pictures.
    public enum Corner {
        TOP_LEFT,
        TOP_RIGHT,
        BOTTOM_LEFT,
        BOTTOM_RIGHT
    }

    /// At the start of texts and sounds, lower right in pictures, in the first seconds of films.
    public static final ExplicitPolicy STANDARD =
            new ExplicitPolicy(EnumSet.of(Place.START), Corner.BOTTOM_RIGHT, false, Optional.empty(), false);

    /// No explicit label at all; see the record's own words on when that is lawful.
    public static final ExplicitPolicy NONE =
            new ExplicitPolicy(EnumSet.noneOf(Place.class), Corner.BOTTOM_RIGHT, false, Optional.empty(), true);

    public ExplicitPolicy {
        places = Set.copyOf(places);
        if (places.isEmpty() && !none) {
            throw new IllegalArgumentException("name at least one place for the explicit label");
        }
    }
}
