package io.mingshi.records;

import java.util.Map;

/// What is known of whether those who run the storage of the records can delete there: probed, never assumed.
public interface StorageStatement {
    /// Names and what is known of them, such as `objectLock` and `not probed`.
    Map<String, String> facts();
}
