package io.mingshi.labels.container;

import io.mingshi.labels.container.LabelSite.Place;
import java.util.ArrayList;
import java.util.List;

/// What a reader saw in a file: places that carry AIGC text, and what it could not read.
public final class Sightings {
    /// More than this many labels are not listed; two are already one too many.
    private static final int MAX_SITES = 32;

    private static final int MAX_SENTENCES = 32;

    private final List<LabelSite> sites = new ArrayList<>();
    private final List<String> flaws = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /// Nothing seen yet.
    public Sightings() {}

    /// Notes a place that carries AIGC text.
    public void site(Place place, String location, String text) {
        if (sites.size() < MAX_SITES) {
            sites.add(new LabelSite(place, location, text));
        }
    }

    /// The content itself is damaged.
    public void flaw(String sentence) {
        if (flaws.size() < MAX_SENTENCES) {
            flaws.add(sentence);
        }
    }

    /// Something beside the content could not be read and may hide a label.
    public void unread(String sentence) {
        if (unread.size() < MAX_SENTENCES) {
            unread.add(sentence);
        }
    }

    /// AIGC text somewhere inside a text that is not meant for it.
    public void search(Place place, String location, String text) {
        AigcText.in(text).ifPresent(found -> site(place, location, found));
    }

    /// The places, in file order.
    public List<LabelSite> sites() {
        return List.copyOf(sites);
    }

    /// What is wrong with the content itself, one sentence each.
    public List<String> flaws() {
        return List.copyOf(flaws);
    }

    /// What beside the content could not be read and may hide a label, one sentence each.
    public List<String> unread() {
        return List.copyOf(unread);
    }
}
