package io.mingshi.identity;

import java.time.Duration;

/// How often something may be done in a time; policies of ours against guessing, flooding and cost.
///
/// Each may be set otherwise with `mingshi.identity.limit.` and its name in lower case with hyphens.
public enum Allowance {
    VERIFICATIONS_OF_PERSON(40, Duration.ofDays(1)),
    VERIFICATIONS_OF_DEVICE(60, Duration.ofDays(1)),
    VERIFICATIONS_OF_ADDRESS(600, Duration.ofHours(1)),
    CODES_OF_PERSON(5, Duration.ofHours(1)),
    CODES_OF_DEVICE(10, Duration.ofHours(1)),
    CODES_OF_ADDRESS(120, Duration.ofHours(1)),
    /// For one number and whoever asks, an account or a link from one network, so that nobody uses up what
    /// somebody else may ask for the same number.
    CODES_OF_MOBILE(8, Duration.ofDays(1)),
    /// For one number and everybody together, wide enough that several who ask leave the holder their own. Not
    /// told to the person who asks: it would say that somebody else asked for this number.
    CODES_OF_MOBILE_ANYWHERE(60, Duration.ofDays(1)),
    /// For one link and one network.
    CODES_OF_LINK(5, Duration.ofHours(1)),
    CHALLENGES_OF_LINK(20, Duration.ofHours(1)),
    VISITS_OF_LINK(10, Duration.ofHours(1)),
    /// For all links from one network, so that nobody uses up alone what all visits of a day may cost: at the dearest
    /// method these are 9 % of it. Carriers put thousands of phones behind one address, and few of them open a link
    /// on the same day; whom this refuses there goes on from another network or with an account.
    VISITS_OF_ADDRESS(300, Duration.ofDays(1)),
    /// The same for links whose consent can be taken back. They are counted and paid apart, so that nobody's visits
    /// keep anybody from withdrawing.
    WITHDRAWALS_OF_ADDRESS(1_000, Duration.ofDays(1)),
    GUARDIAN_LINKS_OF_PERSON(10, Duration.ofDays(1));

    private final int times;
    private final Duration window;

    Allowance(int times, Duration window) {
        this.times = times;
        this.window = window;
    }

    public int times() {
        return times;
    }

    public Duration window() {
        return window;
    }
}
