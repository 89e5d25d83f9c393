package io.mingshi.labels.container;

/// A place in a file that carries AIGC text.
///
/// @param place how the place stands to the guides
/// @param location where it is, in words of the format
/// @param text the text found there
public record LabelSite(Place place, String location, String text) {
    /// How a place stands to the TC260 guides for its format.
    public enum Place {
        /// Where the guide puts the label.
        PRESCRIBED,
        /// Where an annex of the guide also allows it.
        ALTERNATIVE,
        /// Met in the wild, foreseen by no guide.
        MISPLACED
    }
}
