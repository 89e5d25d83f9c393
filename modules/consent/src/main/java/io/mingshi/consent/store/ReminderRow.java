package io.mingshi.consent.store;

import io.mingshi.consent.Reminder;
import io.mingshi.consent.Terms;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "reminder")
class ReminderRow extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    String consent;
    String person;
    String text;

    @Column(name = "shown_at")
    Instant shownAt;

    static void add(Terms terms, Reminder reminder) {
        var row = new ReminderRow();
        row.consent = terms.id().value();
        row.person = terms.requester().value();
        row.text = reminder.text();
        row.shownAt = reminder.shownAt();
        row.persist();
    }

    static List<Reminder> of(String consent) {
        return ReminderRow.<ReminderRow>list("consent = ?1 order by id", consent).stream()
                .map(row -> new Reminder(row.text, row.shownAt))
                .toList();
    }
}
