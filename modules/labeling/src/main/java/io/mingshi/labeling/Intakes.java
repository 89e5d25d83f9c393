package io.mingshi.labeling;

/// What was decided about files that users want to spread.
public interface Intakes {
    void add(Intake intake);
}
