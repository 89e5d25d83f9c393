package io.mingshi.labels.container.bmff;

import io.mingshi.labels.container.LabelSite;
import java.util.List;

/// A box that carries labels, and what must go for them to be gone.
///
/// @param node the box
/// @param form how it carries them
/// @param sites the labels
record Carrier(Node node, Form form, List<LabelSite> sites) {
    Carrier {
        sites = List.copyOf(sites);
    }

    /// How a box carries labels.
    enum Form {
        /// It holds nothing else: it goes as a whole.
        WHOLE,
        /// A `meta` box with names and values: the entry goes.
        KEYED,
        /// An XMP packet: the property goes.
        XMP,
        /// Items as in HEIF, where no film is expected to have them.
        ITEM
    }
}
