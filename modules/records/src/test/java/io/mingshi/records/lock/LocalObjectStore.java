package io.mingshi.records.lock;

import io.mingshi.testkit.LocalStack;
import java.util.Properties;

/// The object store of the local stack, which cannot lock.
final class LocalObjectStore {
    private LocalObjectStore() {}

    static StoreAddress address() {
        Properties stack = LocalStack.properties();
        return new StoreAddress(
                stack.getProperty("mingshi.s3.url"),
                stack.getProperty("mingshi.s3.access-key"),
                stack.getProperty("mingshi.s3.secret-key"),
                "us-east-1");
    }
}
