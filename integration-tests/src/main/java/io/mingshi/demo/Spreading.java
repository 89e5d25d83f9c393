package io.mingshi.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.client.Answer;
import io.mingshi.client.Form;
import io.mingshi.labels.LabelVerifier;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/// What happens to files that people spread.
final class Spreading {
    private Spreading() {}

    static void strippedImageIsRecognised(Scene scene) throws IOException {
        byte[] stripped = asJpegWithoutMetadata(scene.kept("image.png"));
        scene.keep("image-stripped.jpg", stripped);
        Answer verified = scene.stranger().post("/api/labeling/verifications", "image/jpeg", stripped);
        scene.check(
                hasFinding(verified.json(), "LABEL_REMOVED"),
                "the public verification page tells that a label was removed",
                verified.text());
        Answer taken = scene.person("alice")
                .post(
                        "/api/labeling/intakes",
                        new Form().field("declared", "false").file("file", "image.jpg", "image/jpeg", stripped));
        scene.checkStatus(taken, 200, "who wants to spread it is asked whether it is synthetic, and says no");
        scene.check(
                taken.header("Mingshi-Notice").equals("SUSPECTED")
                        && taken.header("Mingshi-Tampered").equals("true"),
                "its audience is told that it is suspected to be synthetic, and the removal is written down",
                taken.header("Mingshi-Notice") + " " + taken.header("Mingshi-Reason"));
        String label =
                new LabelVerifier().verify(taken.body()).label().orElseThrow().label();
        scene.check(label.equals("3"), "the file that may be spread says so in its metadata", label);
        scene.keep("image-spread.jpg", taken.body());
    }

    private static boolean hasFinding(JsonNode report, String code) {
        for (JsonNode finding : report.path("findings")) {
            if (finding.path("code").asText().equals(code)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] asJpegWithoutMetadata(byte[] png) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, null);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(opaque, "jpeg", jpeg);
        return jpeg.toByteArray();
    }
}
