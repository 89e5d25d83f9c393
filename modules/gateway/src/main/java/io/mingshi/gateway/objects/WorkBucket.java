package io.mingshi.gateway.objects;

import io.mingshi.gateway.detection.AppealPictures;
import io.mingshi.gateway.generation.ContentStore;
import io.mingshi.gateway.input.HeldInputContents;
import io.mingshi.labels.LabeledContent;
import jakarta.enterprise.context.ApplicationScoped;

/// Works in the bucket; a work's key is the hash of its content.
@ApplicationScoped
class WorkBucket implements ContentStore, AppealPictures, HeldInputContents {
    private static final String APPEALS = "appeals/";
    private static final String INPUTS = "inputs/";

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
    public void keepInput(String review, byte[] content) {
        bucket.put(INPUTS + review, content, "application/octet-stream");
    }

    @Override
    public byte[] showInput(String review) {
        return bucket.get(INPUTS + review);
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
