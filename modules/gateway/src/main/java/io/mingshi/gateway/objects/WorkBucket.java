package io.mingshi.gateway.objects;

import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.labels.LabeledContent;
import jakarta.enterprise.context.ApplicationScoped;

/// Works in the bucket; a work's key is the hash of its content.
@ApplicationScoped
class WorkBucket implements ContentStore {
    private final Bucket bucket;

    WorkBucket(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void put(LabeledContent content) {
        bucket.put(content.sha256(), content.bytes(), content.type().mimeType());
    }

    @Override
    public byte[] get(String sha256) {
        return bucket.get(sha256);
    }
}
