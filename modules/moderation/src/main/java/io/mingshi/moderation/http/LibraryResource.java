package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;
import static io.mingshi.servicekit.caller.Role.SERVICE;

import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.moderation.LocalFeatureLibraries;
import io.mingshi.moderation.Version;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The feature library for the modules that screen and for the people who answer for it.
@Path("/api/moderation/library")
@RunOnVirtualThread
class LibraryResource {
    private final Callers callers;
    private final LocalFeatureLibraries libraries;

    LibraryResource(Callers callers, LocalFeatureLibraries libraries) {
        this.callers = callers;
        this.libraries = libraries;
    }

    /// @param version an earlier version; the one in force when absent
    @GET
    public FeatureLibrary library(@QueryParam("version") @Nullable Long version) {
        callers.with(SERVICE, REVIEWER, OFFICER, INSPECTOR);
        return version == null ? libraries.current() : libraries.version(version);
    }

    @GET
    @Path("/version")
    public Version version() {
        callers.with(SERVICE, REVIEWER, OFFICER, INSPECTOR);
        return libraries.inForce();
    }
}
