package io.mingshi.console.http;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// Where a depicted person reads what is asked and answers; after login, since only that person may answer.
///
/// The consent is an action of its own: a box that is not ticked beforehand, and refusing takes no more steps.
/// [PIPL-29](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@Path("/consent/{token}")
@Page
@Authenticated
@Produces(MediaType.TEXT_HTML)
class ConsentPage {
    @GET
    public TemplateInstance invitation() {
        return Pages.consent();
    }
}
