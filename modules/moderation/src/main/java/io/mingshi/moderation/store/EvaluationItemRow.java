package io.mingshi.moderation.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "evaluation_item")
@IdClass(EvaluationItemRow.Key.class)
class EvaluationItemRow extends PanacheEntityBase {
    @Id
    String evaluation;

    @Id
    int number;

    String bank;
    int position;

    @Nullable
    Boolean refused;

    @Nullable
    Boolean acceptable;

    @Nullable
    String annotator;

    @Nullable
    String reviewer;

    static List<EvaluationItemRow> of(String evaluation) {
        return list("evaluation = ?1 order by number", evaluation);
    }

    static EvaluationItemRow of(String evaluation, int number) {
        return findById(new Key(evaluation, number));
    }

    /// The two parts of the primary key, as the mapping wants them.
    static final class Key {
        String evaluation = "";
        int number;

        Key() {}

        Key(String evaluation, int number) {
            this.evaluation = evaluation;
            this.number = number;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.evaluation.equals(evaluation) && key.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(evaluation, number);
        }
    }
}
