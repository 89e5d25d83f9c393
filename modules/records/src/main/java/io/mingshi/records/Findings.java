package io.mingshi.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of what a look-up found.
///
/// @param next what to send as `after` for the next page; null on the last
public record Findings(List<Found> found, @Nullable String next) {
    /// How many records a page has at most.
    public static final int PAGE = 100;

    /// One record that was found, and the ids that lead on from it.
    ///
    /// It does not tell whom the record is about: that takes two people.
    ///
    /// @param distance in how many bits of 256 its fingerprint differs from the one asked for; null where
    ///     none was
    public record Found(
            WorkChain.Link link,
            RetentionClass retentionClass,
            @Nullable String work,
            @Nullable String admission,
            @Nullable String consent,
            @Nullable String ticket,
            @Nullable Integer distance) {
        /// A record that was found by something that it carries.
        public static Found of(Checked checked) {
            return of(checked, null);
        }

        /// A record that was found by what its picture looks like.
        public static Found of(Checked checked, @Nullable Integer distance) {
            Header header = checked.kept().header();
            Links links = header.links();
            return new Found(
                    WorkChain.Link.of(checked),
                    header.retentionClass(),
                    links.work(),
                    links.admission(),
                    links.consent(),
                    links.ticket(),
                    distance);
        }
    }

    /// A page of records that are in the order of their positions.
    ///
    /// @param checked up to one more than a page has
    public static Findings byPosition(List<Checked> checked) {
        List<Found> page = checked.stream().limit(PAGE).map(Found::of).toList();
        return new Findings(
                page,
                checked.size() > PAGE ? Long.toString(page.getLast().link().position()) : null);
    }
}
