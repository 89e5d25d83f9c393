package io.mingshi.labeling.store;

import io.mingshi.labeling.Intake;
import io.mingshi.labeling.Intakes;
import jakarta.inject.Singleton;

/// Intakes in the database.
@Singleton
class IntakeRows implements Intakes {
    @Override
    public void add(Intake intake) {
        var row = new IntakeRow();
        row.number = intake.number();
        row.uploader = intake.uploader().value();
        row.declared = intake.declared();
        row.notice = intake.decision().notice();
        row.label = intake.decision().label().orElse(null);
        row.tampered = intake.decision().tampered();
        row.received = intake.received();
        row.spread = intake.spread();
        row.takenInAt = intake.at();
        row.persist();
    }
}
