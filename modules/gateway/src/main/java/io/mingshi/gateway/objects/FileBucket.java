package io.mingshi.gateway.objects;

import io.mingshi.contracts.Sha256;
import io.mingshi.gateway.file.FileContents;
import io.mingshi.gateway.file.PersonalFile;
import jakarta.enterprise.context.ApplicationScoped;

/// Files in the same bucket as the works, each person's under a folder of their own.
@ApplicationScoped
class FileBucket implements FileContents {
    private final Bucket bucket;

    FileBucket(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void put(PersonalFile file, byte[] content) {
        bucket.put(key(file), content, "application/octet-stream");
    }

    @Override
    public byte[] get(PersonalFile file) {
        return bucket.get(key(file));
    }

    @Override
    public void remove(PersonalFile file) {
        bucket.remove(key(file));
    }

    private static String key(PersonalFile file) {
        return "files/" + Sha256.of(file.person().value()) + "/" + file.id();
    }
}
