package io.mingshi.labels.container.film;

import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.LabelSite;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Labels among the tags of a film.
final class MatroskaTags {
    private static final String LABEL = "AIGC";

    /// A longer value is no label.
    private static final int LONGEST_VALUE = 65_536;

    private MatroskaTags() {}

    static void read(Ebml tags, Sightings sightings) {
        for (Ebml tag : tags.all(Ids.TAG)) {
            boolean ofFilm = tag.all(Ids.TARGETS).stream().noneMatch(MatroskaTags::isNarrow);
            for (Ebml simple : tag.all(Ids.SIMPLE_TAG)) {
                read(simple, ofFilm, sightings);
            }
        }
    }

    /// Whether the target is one track, edition, chapter or attachment; number 0 means all of them.
    private static boolean isNarrow(Ebml targets) {
        return targets.children().stream().anyMatch(target -> switch (target.id()) {
            case Ids.TRACK_UID, Ids.EDITION_UID, Ids.CHAPTER_UID, Ids.ATTACHMENT_UID -> target.number() != 0;
            default -> false;
        });
    }

    private static void read(Ebml simple, boolean ofFilm, Sightings sightings) {
        site(simple, ofFilm).ifPresentOrElse(site -> sightings.site(site.place(), site.location(), site.text()), () -> {
            if (isNamed(simple)) {
                sightings.unread("the text of a tag AIGC is missing, too long or not UTF-8");
            }
        });
        for (Ebml nested : simple.all(Ids.SIMPLE_TAG)) {
            read(nested, false, sightings);
        }
    }

    private static String name(Ebml simple) {
        return simple.first(Ids.TAG_NAME).flatMap(Ebml::text).orElse("");
    }

    private static String printable(String name) {
        return name.matches("[ -~]{1,64}") ? name : "with an unprintable name";
    }

    private static boolean isNamed(Ebml simple) {
        return name(simple).toUpperCase(Locale.ROOT).equals(LABEL);
    }

    private static Optional<LabelSite> site(Ebml simple, boolean ofFilm) {
        Optional<Ebml> value = simple.first(Ids.TAG_STRING).or(() -> simple.first(Ids.TAG_BINARY));
        if (isNamed(simple)) {
            boolean prescribed = ofFilm
                    && name(simple).equals(LABEL)
                    && value.filter(text -> text.id() == Ids.TAG_STRING).isPresent();
            Place place = prescribed ? Place.PRESCRIBED : Place.MISPLACED;
            return value.filter(text -> text.width() <= LONGEST_VALUE)
                    .flatMap(Ebml::text)
                    .map(text -> new LabelSite(place, "Tags/Tag/SimpleTag AIGC", text));
        }
        return value.filter(text -> text.width() <= LONGEST_VALUE)
                .map(Ebml::latin1)
                .flatMap(AigcText::in)
                .map(text -> new LabelSite(Place.MISPLACED, "Tags/Tag/SimpleTag " + printable(name(simple)), text));
    }

    /// The tags without labels; a tag that held nothing else is gone.
    static Ebml without(Ebml tags) {
        List<Ebml> kept = new ArrayList<>();
        for (Ebml child : tags.children()) {
            Ebml cleaned = child.id() == Ids.TAG ? cleaned(child) : child;
            boolean emptied = child.id() == Ids.TAG
                    && cleaned.all(Ids.SIMPLE_TAG).isEmpty()
                    && !child.all(Ids.SIMPLE_TAG).isEmpty();
            if (!emptied) {
                kept.add(cleaned);
            }
        }
        return tags.with(kept);
    }

    private static Ebml cleaned(Ebml parent) {
        List<Ebml> kept = new ArrayList<>();
        for (Ebml child : parent.children()) {
            if (child.id() != Ids.SIMPLE_TAG) {
                kept.add(child);
            } else if (!isNamed(child) && site(child, false).isEmpty()) {
                kept.add(cleaned(child));
            }
        }
        return parent.with(kept);
    }

    /// The tags with one more that holds this label.
    static Ebml with(Ebml tags, String json) {
        List<Ebml> all = new ArrayList<>(tags.children());
        all.add(Ebml.master(
                Ids.TAG,
                List.of(
                        Ebml.leaf(Ids.TARGETS, new byte[0]),
                        Ebml.master(
                                Ids.SIMPLE_TAG,
                                List.of(
                                        Ebml.leaf(Ids.TAG_NAME, LABEL.getBytes(StandardCharsets.UTF_8)),
                                        Ebml.leaf(Ids.TAG_STRING, json.getBytes(StandardCharsets.UTF_8)))))));
        return tags.with(all);
    }
}
