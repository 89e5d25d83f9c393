package io.mingshi.records.lock;

/// The stores that the archive is tried on.
enum TestStore {
    CEPH {
        @Override
        StoreAddress address() {
            return CephRgw.address();
        }
    },
    LOCAL {
        @Override
        StoreAddress address() {
            return LocalObjectStore.address();
        }
    };

    abstract StoreAddress address();
}
