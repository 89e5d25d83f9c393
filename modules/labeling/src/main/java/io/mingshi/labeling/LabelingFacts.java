package io.mingshi.labeling;

import io.mingshi.contracts.event.LabelingEvent;

/// Writes facts into the current transaction.
public interface LabelingFacts {
    void publish(LabelingEvent fact);
}
