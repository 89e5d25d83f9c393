package io.mingshi.labels.container;

import static io.mingshi.labels.LabelException.Code.MALFORMED;
import static io.mingshi.labels.LabelException.Code.UNSUPPORTED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.util.List;

/// The last look at a file that was labelled, before it is given away: a label that could not be removed, or a file
/// that
/// no longer reads, is refused by name.
public final class OneLabel {
    private OneLabel() {}

    /// The file itself, if it carries this label alone and in the prescribed place (GB 45438-2025, 6.1 c).
    ///
    /// @throws LabelException UNSUPPORTED or MALFORMED if it does not
    public static Source required(Container container, Source labelled, String json) throws IOException {
        Sightings seen = container.read(labelled);
        List<String> unsound = seen.flaws().isEmpty() ? seen.unread() : seen.flaws();
        if (!unsound.isEmpty()) {
            throw MALFORMED.with(unsound.getFirst() + "; repair the file before it is labelled");
        }
        List<LabelSite> others = seen.sites().stream()
                .filter(site -> site.place() != Place.PRESCRIBED || !site.text().equals(json))
                .toList();
        if (!others.isEmpty() || seen.sites().size() != 1) {
            String where = others.isEmpty()
                    ? "in several places"
                    : "in the place " + others.getFirst().location();
            throw UNSUPPORTED.with("the file carries another label " + where + " that cannot be removed here");
        }
        return labelled;
    }
}
