package io.mingshi.gateway.objects;

import io.mingshi.gateway.detection.AppealPictures;
import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.labels.LabeledContent;
import jakarta.enterprise.context.ApplicationScoped;

/// Works in the bucket; a work's key is the hash of its content.
@ApplicationScoped
class WorkBucket implements ContentStore, AppealPictures {
    private static final String APPEALS = "appeals/";

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

    @Override
    public void remove(String sha256) {
        bucket.remove(sha256);
    }

    @Override
    public void keep(String id, byte[] picture) {
        bucket.put(APPEALS + id, picture, "application/octet-stream");
    }

    @Override
    public byte[] show(String id) {
        return bucket.get(APPEALS + id);
    }

    @Override
    public void forget(String id) {
        bucket.remove(APPEALS + id);
    }
}
