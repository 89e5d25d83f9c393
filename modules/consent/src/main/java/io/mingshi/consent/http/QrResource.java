package io.mingshi.consent.http;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.mingshi.consent.ReadConsents;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The link as a QR code, for whoever has the link.
@Path("/api/consent/invitations/{token}/qr.svg")
@RunOnVirtualThread
class QrResource {
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private final ReadConsents consents;
    private final String publicUrl;

    QrResource(ReadConsents consents, @ConfigProperty(name = "mingshi.public-url") String publicUrl) {
        this.consents = consents;
        this.publicUrl = publicUrl;
    }

    @GET
    @Produces("image/svg+xml")
    public Response code(@PathParam("token") String token) {
        consents.invitation(token);
        return Response.ok(svg(publicUrl + "/consent/" + token))
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String svg(String link) {
        BitMatrix squares = squares(link);
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(',').append(y).append("h1v1h-1z");
                }
            }
        }
        int size = squares.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path d="%2$s"/></svg>""".formatted(size, path);
    }

    private static BitMatrix squares(String link) {
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 1, 1, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("the link does not fit into a QR code", e);
        }
    }
}
