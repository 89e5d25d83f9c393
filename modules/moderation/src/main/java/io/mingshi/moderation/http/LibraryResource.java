package io.mingshi.moderation.http;

import static io.mingshi.servicekit.caller.Role.INSPECTOR;
import static io.mingshi.servicekit.caller.Role.OFFICER;
import static io.mingshi.servicekit.caller.Role.REVIEWER;
import static io.mingshi.servicekit.caller.Role.SERVICE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshi.contracts.moderation.EntryKind;
import io.mingshi.contracts.moderation.FeatureLibrary;
import io.mingshi.contracts.moderation.LibraryEntry;
import io.mingshi.moderation.LocalFeatureLibraries;
import io.mingshi.moderation.Version;
import io.mingshi.moderation.bank.Adequacy;
import io.mingshi.moderation.bank.DocumentKey;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The feature library for the modules that screen and for the people who answer for it.
@Path("/api/moderation/library")
@RunOnVirtualThread
class LibraryResource {
    private final Callers callers;
    private final LocalFeatureLibraries libraries;
    private final DocumentKey key;
    private final ObjectMapper json;

    LibraryResource(Callers callers, LocalFeatureLibraries libraries, DocumentKey key, ObjectMapper json) {
        this.callers = callers;
        this.libraries = libraries;
        this.key = key;
        this.json = json;
    }

    /// @param version an earlier version; the one in force when absent
    @GET
    public FeatureLibrary library(@QueryParam("version") @Nullable Long version) {
        callers.with(SERVICE, REVIEWER, OFFICER, INSPECTOR);
        return version == null ? libraries.current() : libraries.version(version);
    }

    /// As comma-separated values, in the form that an import takes.
    @GET
    @Path("/export")
    @Produces("text/csv")
    public String csv(@QueryParam("version") @Nullable Long version) {
        return EntryCsv.write(library(version).entries());
    }

    /// A version with its hash as a compact JWS, so that who receives it knows whose it is.
    @GET
    @Path("/export")
    @Produces("application/jose")
    public String signed(@QueryParam("version") @Nullable Long version) throws JsonProcessingException {
        return key.sign("mingshi-library+jwt", json.writeValueAsString(library(version)));
    }

    /// How many entries each kind of risk has, and what the standard's figures for a library of keywords lack.
    @GET
    @Path("/adequacy")
    public Adequacy adequacy() {
        return Adequacy.ofLibrary(library(null).entries().stream()
                .filter(entry -> entry.kind() == EntryKind.TERM || entry.kind() == EntryKind.PATTERN)
                .map(LibraryEntry::category)
                .toList());
    }

    @GET
    @Path("/version")
    public Version version() {
        callers.with(SERVICE, REVIEWER, OFFICER, INSPECTOR);
        return libraries.inForce();
    }
}
