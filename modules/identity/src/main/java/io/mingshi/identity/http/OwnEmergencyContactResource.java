package io.mingshi.identity.http;

import static io.mingshi.contracts.CommonProblem.MALFORMED_REQUEST;

import io.mingshi.contracts.identity.EmergencyContact;
import io.mingshi.identity.emergency.NameContact;
import io.mingshi.servicekit.caller.Callers;
import io.mingshi.servicekit.caller.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whom a person wants to be called in an emergency.
@Path("/api/identity/me/emergency-contact")
@RunOnVirtualThread
class OwnEmergencyContactResource {
    private static final int LONGEST = 100;
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,30}");

    private final Callers callers;
    private final NameContact naming;

    OwnEmergencyContactResource(Callers callers, NameContact naming) {
        this.callers = callers;
        this.naming = naming;
    }

    record Contact(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String phone) {
        @Override
        public String toString() {
            return "Contact[hidden]";
        }
    }

    @GET
    public Response own() {
        return naming.of(callers.with(Role.USER).person())
                .map(contact ->
                        Response.ok(contact).header("Cache-Control", "no-store").build())
                .orElseGet(() -> Response.noContent().build());
    }

    @PUT
    public EmergencyContact name(@Nullable Contact body) {
        var person = callers.with(Role.USER).person();
        var contact = body == null
                ? new EmergencyContact(word("name", null), "", "")
                : new EmergencyContact(word("name", body.name), word("relation", body.relation), phone(body.phone));
        naming.name(person, contact);
        return contact;
    }

    @DELETE
    public void forget() {
        naming.forget(callers.with(Role.USER).person());
    }

    private static String word(String field, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw MALFORMED_REQUEST.with("send JSON with name, relation and phone: the field " + field + " needs 1 to "
                    + LONGEST + " characters");
        }
        return text.strip();
    }

    private static String phone(@Nullable String text) {
        String phone = word("phone", text);
        if (!PHONE.matcher(phone).matches()) {
            throw MALFORMED_REQUEST.with("the field phone needs a number that can be called, such as 13800138000");
        }
        return phone;
    }
}
