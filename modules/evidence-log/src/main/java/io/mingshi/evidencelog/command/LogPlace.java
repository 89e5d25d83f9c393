package io.mingshi.evidencelog.command;

import static io.mingshi.evidencelog.EvidenceLogException.Code.MALFORMED;

import io.mingshi.evidencelog.store.BucketStore;
import io.mingshi.evidencelog.store.FolderStore;
import io.mingshi.evidencelog.store.LogReader;
import io.mingshi.evidencelog.store.LogStore;
import io.mingshi.evidencelog.store.S3Access;
import java.io.IOException;
import java.nio.file.Path;

/// Where a log is, as it is named on the command line.
final class LogPlace {
    static final String DESCRIPTION = "the log: a folder, or s3://BUCKET[/PREFIX]";

    private static final String S3 = "s3://";

    private LogPlace() {}

    static LogStore writing(String place) throws IOException {
        return place.startsWith(S3)
                ? BucketStore.open(S3Access.of(System.getenv()), bucket(place), prefix(place))
                : FolderStore.open(Path.of(place));
    }

    static LogReader reading(String place) {
        return place.startsWith(S3)
                ? BucketStore.reading(S3Access.of(System.getenv()), bucket(place), prefix(place))
                : FolderStore.reading(Path.of(place));
    }

    private static String bucket(String place) {
        String bucket = place.substring(S3.length()).split("/", 2)[0];
        if (bucket.isEmpty()) {
            throw MALFORMED.with("a log in a bucket is named s3://BUCKET or s3://BUCKET/PREFIX");
        }
        return bucket;
    }

    private static String prefix(String place) {
        String[] parts = place.substring(S3.length()).split("/", 2);
        return parts.length == 1 ? "" : parts[1];
    }
}
