package io.mingshi.consent.http;

import io.mingshi.consent.visit.ForgetVisitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/// What is kept of a visitor, shown to and erased by that visitor.
///
/// [PIPL-45, 47](https://www.cac.gov.cn/2021-08/20/c_1631050028355286.htm)
@Path("/api/consent/invitations/{token}/visit")
@RunOnVirtualThread
class VisitDataResource {
    private final ForgetVisitor forgetting;

    VisitDataResource(ForgetVisitor forgetting) {
        this.forgetting = forgetting;
    }

    @POST
    @Path("/data")
    public KeptView data(@PathParam("token") String token, @HeaderParam(VisitResource.VISIT) @Nullable String visit) {
        return KeptView.of(forgetting.kept(token, VisitResource.given(visit)));
    }

    @POST
    @Path("/erasure")
    public KeptView erase(@PathParam("token") String token, @HeaderParam(VisitResource.VISIT) @Nullable String visit) {
        return KeptView.of(forgetting.forget(token, VisitResource.given(visit)));
    }
}
