package io.mingshi.identity.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.contracts.identity.Standing;
import io.mingshi.identity.Confirmations.Past;
import io.mingshi.identity.CopyPersonalData;
import io.mingshi.identity.CopyPersonalData.Copy;
import io.mingshi.identity.Hold;
import io.mingshi.identity.Identity;
import io.mingshi.identity.Organization;
import io.mingshi.identity.PersonalData;
import io.mingshi.identity.emergency.NameContact;
import io.mingshi.identity.guardian.Guardians;
import io.mingshi.identity.guardian.Guardianship;
import io.mingshi.servicekit.caller.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's copy of their own data, as a file that machines read.
@Path("/api/identity/me/copy")
@RunOnVirtualThread
class CopyResource {
    private final Callers callers;
    private final CopyPersonalData copying;
    private final Guardians guardians;
    private final NameContact contacts;
    private final Clock clock;

    CopyResource(Callers callers, CopyPersonalData copying, Guardians guardians, NameContact contacts, Clock clock) {
        this.callers = callers;
        this.copying = copying;
        this.guardians = guardians;
        this.contacts = contacts;
        this.clock = clock;
    }

    /// @param person null when the national service proved the person without a name, or nothing is kept
    /// @param guardianships what this account asked for or consented to
    record Everything(
            Instant at,
            Standing standing,
            @Nullable PersonalData person,
            @Nullable Organization organization,
            @Nullable Hold hold,
            @Nullable EmergencyContact emergencyContact,
            List<Past> confirmations,
            List<Guardianship> guardianships) {}

    @GET
    public Response copy() {
        PersonId person = callers.current().person();
        Copy copy = copying.copy(person);
        Identity.Proven proven = copy.identity() instanceof Identity.Proven known ? known : null;
        var everything = new Everything(
                clock.instant(),
                copy.identity().standing(clock),
                proven == null ? null : proven.data().orElse(null),
                proven == null ? null : proven.organization(),
                proven == null ? null : proven.hold(),
                contact(copy.identity(), person),
                copy.history(),
                guardians.of(person));
        return Response.ok(everything)
                .header("Content-Disposition", "attachment; filename=\"identity.json\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private @Nullable EmergencyContact contact(Identity known, PersonId person) {
        return switch (known) {
            case Identity.Proven _, Identity.Unproven _ -> contacts.of(person).orElse(null);
            case Identity.StorageOnly _, Identity.Erased _ -> null;
        };
    }
}
