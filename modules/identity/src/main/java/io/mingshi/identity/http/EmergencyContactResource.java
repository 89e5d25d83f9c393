package io.mingshi.identity.http;

import io.mingshi.contracts.PersonId;
import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.contracts.identity.EmergencyContacts;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/// Answers the question of `moderation` whom its officer may call.
@Path("/api/identity/emergency-contacts")
@RunOnVirtualThread
class EmergencyContactResource {
    private final Callers callers;
    private final EmergencyContacts contacts;

    EmergencyContactResource(Callers callers, EmergencyContacts contacts) {
        this.callers = callers;
        this.contacts = contacts;
    }

    @GET
    @Path("/{person}")
    public List<EmergencyContact> of(
            @PathParam("person") String person,
            @QueryParam("handOver") @DefaultValue("") String handOver,
            @QueryParam("officer") @DefaultValue("") String officer) {
        callers.with(Role.SERVICE);
        return contacts.of(new PersonId(person), Words.caseNumber(handOver), new PersonId(officer));
    }
}
