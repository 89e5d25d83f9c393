package io.mingshi.labels.container;

import io.mingshi.labels.container.LabelSite.Place;
import java.util.ArrayList;
import java.util.List;

/// What a reader saw in a file: places that carry AIGC text, and what it could not read.
public final class Sightings {
    /// More than this many labels are not listed; two are already one too many.
    private static final int MAX_SITES = 32;

    private static final int MAX_FLAWS = 32;

    private final List<LabelSite> sites = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();

    Sightings() {}

    void site(Place place, String location, String text) {
        if (sites.size() < MAX_SITES) {
            sites.add(new LabelSite(place, location, text));
        }
    }

    void flaw(String sentence) {
        if (flaws.size() < MAX_FLAWS) {
            flaws.add(sentence);
        }
    }

    /// AIGC text somewhere inside a text that is not meant for it.
    void search(Place place, String location, String text) {
        AigcText.in(text).ifPresent(found -> site(place, location, found));
    }

    /// The places, in file order.
    public List<LabelSite> sites() {
        return List.copyOf(sites);
    }

    /// What could not be read, one sentence each.
    public List<String> flaws() {
        return List.copyOf(flaws);
    }
}
