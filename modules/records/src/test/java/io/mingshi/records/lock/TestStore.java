package io.mingshi.records.lock;

import io.minio.MinioClient;
import java.util.EnumMap;
import java.util.Map;

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
    },
    NOWHERE {
        @Override
        StoreAddress address() {
            return new StoreAddress("http://127.0.0.1:1", "key", "secret", "us-east-1");
        }
    };

    /// A client takes longer to make than to use.
    private static final Map<TestStore, MinioClient> CLIENTS = new EnumMap<>(TestStore.class);

    abstract StoreAddress address();

    MinioClient client() {
        StoreAddress address = address();
        return CLIENTS.computeIfAbsent(this, _ -> address.client());
    }
}
