package io.mingshi.identity;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.AgeGroup;
import io.mingshi.contracts.identity.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is known of a person's real identity.
public sealed interface Identity {
    PersonId person();

    /// What the rest of the platform may know of it at this moment.
    default Standing standing(Clock clock) {
        return Standing.none(person());
    }

    /// Nothing was proven yet.
    record Unproven(PersonId person) implements Identity {}

    /// An authority confirmed it; whether that still counts is decided at each question.
    ///
    /// @param hold null unless nothing counts for now
    /// @param guardian who consented for a child under 14; null when nobody did
    record Proven(
            PersonId person,
            Subject subject,
            @Nullable Organization organization,
            List<Confirmation> confirmations,
            @Nullable Hold hold,
            @Nullable PersonId guardian)
            implements Identity {
        public Proven {
            confirmations = List.copyOf(confirmations);
        }

        /// A confirmation that ran out or was revoked counts from that instant as none, so that publishing
        /// stops at once. [DSP-9](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
        @Override
        public Standing standing(Clock clock) {
            AgeGroup age = age(clock);
            Instant now = clock.instant();
            return best(now)
                    .filter(_ -> hold == null && (age != AgeGroup.UNDER_14 || guardian != null))
                    .map(best -> new Standing(
                            person,
                            best.method().assurance(),
                            age.minorsMode(),
                            best.verifiedAt(),
                            age,
                            holdsSomething(now)))
                    .orElseGet(() -> Standing.none(person));
        }

        /// The age at this moment, in Asia/Shanghai.
        public AgeGroup age(Clock clock) {
            return switch (subject) {
                case Subject.Named named -> Birthday.ageGroup(named.data().birthDate(), LocalDate.now(clock));
                case Subject.Scoped scoped -> scoped.age();
            };
        }

        /// The same with one more confirmation, in place of an earlier one by the same method.
        Proven confirmedBy(Confirmation confirmation) {
            List<Confirmation> all = Stream.concat(
                            confirmations.stream().filter(one -> one.method() != confirmation.method()),
                            Stream.of(confirmation))
                    .toList();
            return new Proven(person, subject, organization, all, hold, guardian);
        }

        /// Whether somebody else may be using the account, so that it shows nothing of its person.
        public boolean isTakenOver() {
            return hold != null && hold.cause() == Hold.Cause.TAKEOVER_SUSPECTED;
        }

        /// What is kept in plain words; empty when the national service proved the person.
        public Optional<PersonalData> data() {
            return subject instanceof Subject.Named named ? Optional.of(named.data()) : Optional.empty();
        }

        /// The higher assurance of a document takes nothing from the mobile number that was shown.
        private boolean holdsSomething(Instant now) {
            return confirmations.stream()
                    .anyMatch(one -> one.isInForce(now) && one.method().provesPossession());
        }

        /// The confirmation of the highest assurance; that of an organisation counts with one of its
        /// representative.
        private Optional<Confirmation> best(Instant now) {
            List<Confirmation> inForce =
                    confirmations.stream().filter(one -> one.isInForce(now)).toList();
            boolean natural = inForce.stream().anyMatch(one -> one.method() != Method.ORGANIZATION);
            return inForce.stream()
                    .filter(_ -> natural)
                    .max(Comparator.comparing(one -> one.method().assurance()));
        }
    }

    /// The person wished to be erased while a rule keeps the data: it is stored, and every other use is
    /// refused. [PIPL-47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
    ///
    /// @param kept what two officers may still disclose
    record StorageOnly(PersonId person, Proven kept, Instant since) implements Identity {}

    /// The person had everything erased; nothing more is kept under this pseudonym.
    record Erased(PersonId person, Instant erasedAt) implements Identity {}
}
