package io.mingshi.records;

import java.util.Map;

/// How long records of each class are kept.
public interface RetentionStatement {
    /// The names of the classes, and their periods with the rules that they come from.
    Map<String, String> periods();
}
