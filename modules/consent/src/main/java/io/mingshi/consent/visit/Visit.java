package io.mingshi.consent.visit;

import io.mingshi.consent.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A visit through a link by the person to whom it belongs.
///
/// @param possession how it is known that the visitor is that person, and not somebody who knows their numbers
/// @param guardianshipAt when an officer found that the guardian is one; null until then
public record Visit(
        Terms terms,
        Visitor visitor,
        Challenge challenge,
        Possession possession,
        @Nullable Instant guardianshipAt) {
    /// What tells a person from somebody who knows the same numbers.
    public sealed interface Possession {
        /// Shown by the method of the proof: a code that reached the mobile number, or the national credential.
        record Shown() implements Possession {}

        /// An officer has to look.
        ///
        /// @param check the number of the check by hand, which the page shows and the officer asks for
        record Awaited(String check) implements Possession {}

        /// An officer looked.
        record Found(Instant at) implements Possession {}

        /// Nobody asked: the link is answered, and taking an answer back needs none of it.
        /// [PIPL-15](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
        record Unasked() implements Possession {}
    }

    Visit with(Challenge next) {
        return new Visit(terms, visitor, next, possession, guardianshipAt);
    }

    Visit with(Possession next) {
        return new Visit(terms, visitor, challenge, next, guardianshipAt);
    }

    Visit guardianshipFound(Instant at) {
        return new Visit(terms, visitor, challenge, possession, at);
    }

    /// Whether an officer still has to look at the guardianship.
    public boolean awaitsGuardianship() {
        return visitor.guardian() != null && guardianshipAt == null;
    }

    /// The number of the check by which an officer still has to find out who came; null when that is known.
    public @Nullable String awaitedCheck() {
        return possession instanceof Possession.Awaited(var check) ? check : null;
    }
}
