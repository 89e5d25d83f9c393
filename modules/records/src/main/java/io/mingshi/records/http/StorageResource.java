package io.mingshi.records.http;

import io.mingshi.records.ArchiveStorage;
import io.mingshi.records.ObjectLock;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the store of the archive refuses to delete, for officers and inspectors.
@Path("/api/records/storage")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class StorageResource {
    private final ArchiveStorage storage;
    private final Callers callers;

    StorageResource(ArchiveStorage storage, Callers callers) {
        this.storage = storage;
        this.callers = callers;
    }

    @GET
    public StorageView storage() {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return StorageView.of(storage, storage.lock());
    }

    /// Tries the store again, now.
    @POST
    @Path("/probe")
    public StorageView probe() {
        callers.with(Role.OFFICER, Role.INSPECTOR);
        return StorageView.of(storage, storage.probe());
    }

    /// @param lock `OFFERED`, `NOT_OFFERED` or `UNREACHABLE`
    /// @param refused what was attempted against a version under retention, and the store's answers
    /// @param answer what the store said or did instead of locking; null when it locks
    record StorageView(
            String bucket,
            String lock,
            boolean required,
            Instant seenAt,
            List<ObjectLock.Refusal> refused,
            @Nullable String answer) {

        static StorageView of(ArchiveStorage storage, ObjectLock lock) {
            String bucket = storage.bucket();
            boolean required = storage.lockRequired();
            return switch (lock) {
                case ObjectLock.Offered(Instant seenAt, List<ObjectLock.Refusal> refused) ->
                    new StorageView(bucket, "OFFERED", required, seenAt, refused, null);
                case ObjectLock.NotOffered(Instant seenAt, String answer) ->
                    new StorageView(bucket, "NOT_OFFERED", required, seenAt, List.of(), answer);
                case ObjectLock.Unreachable(Instant seenAt, String reason) ->
                    new StorageView(bucket, "UNREACHABLE", required, seenAt, List.of(), reason);
            };
        }
    }
}
