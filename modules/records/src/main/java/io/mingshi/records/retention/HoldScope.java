package io.mingshi.records.retention;

import io.mingshi.contracts.AdmissionId;
import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.ProduceId;
import io.mingshi.records.RetentionClass;
import java.time.Instant;

/// Which records a legal hold keeps, those that come later included.
public sealed interface HoldScope {
    /// Those about a person, or that name one.
    record OfPerson(PersonId person) implements HoldScope {
        @Override
        public String toString() {
            return "person " + person;
        }
    }

    /// Those about a work.
    record OfWork(ProduceId work) implements HoldScope {
        @Override
        public String toString() {
            return "work " + work;
        }
    }

    /// Those about one generation.
    record OfAdmission(AdmissionId admission) implements HoldScope {
        @Override
        public String toString() {
            return "admission " + admission;
        }
    }

    /// Those about a complaint.
    record OfTicket(String ticket) implements HoldScope {
        @Override
        public String toString() {
            return "ticket " + ticket;
        }
    }

    /// Those of a class that were received in a period.
    ///
    /// @param from the first instant
    /// @param until the first instant after it
    record OfClass(RetentionClass retentionClass, Instant from, Instant until) implements HoldScope {
        @Override
        public String toString() {
            return "class " + retentionClass + " received from " + from + " until " + until;
        }
    }

    /// All.
    record Everything() implements HoldScope {
        @Override
        public String toString() {
            return "everything";
        }
    }
}
