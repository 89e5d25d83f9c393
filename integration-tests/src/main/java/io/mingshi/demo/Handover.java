package io.mingshi.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mingshi.client.Answer;
import io.mingshi.demo.Scene.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/// The records of one work, handed over and verified without the platform.
final class Handover {
    private static final String FILE = "inspection-export.zip";

    private Handover() {}

    static void isVerifiedOffline(Scene scene) throws IOException {
        Answer ordered = scene.person("ines")
                .post(
                        "/api/records/exports",
                        Map.of(
                                "work",
                                scene.recall(Fact.WORK),
                                "texts",
                                true,
                                "caseNumber",
                                "demonstration",
                                "reason",
                                "inspection of one work"));
        scene.check(ordered.status() / 100 == 2, "Ines orders the records of the work", ordered.text());
        String export = "/api/records/exports/" + ordered.json().path("id").asText();
        Answer approved = scene.person("olga").post(export + "/approval", Map.of());
        scene.check(approved.status() / 100 == 2, "Olga approves, because there are texts of people", approved.text());
        scene.await(
                "the file is made",
                () -> scene.person("ines").get(export),
                answer -> answer.json().path("state").asText().equals("READY"));
        scene.keep(FILE, scene.person("ines").get(export + "/file").body());
        String key = scene.stranger().get("/api/records/log/key").text().strip();
        scene.keep("log.key.pub", key.getBytes(UTF_8));
        scene.check(verify(scene, FILE, key) == 0, "with the key alone it is verified, away from the platform", "not");

        byte[] forged = scene.kept(FILE);
        forged[forged.length / 2] ^= 1;
        Files.write(scene.output().resolve("forged-export.zip"), forged);
        scene.check(verify(scene, "forged-export.zip", key) == 1, "with one bit changed it is not", "verified");
    }

    /// As anybody would do it on another machine: a process of its own, with the file and the key.
    private static int verify(Scene scene, String file, String key) throws IOException {
        Process program = new ProcessBuilder(
                        "./mingshi",
                        "verify-export",
                        scene.output().resolve(file).toString(),
                        "--key",
                        key)
                .redirectErrorStream(true)
                .redirectOutput(scene.output().resolve(file + ".txt").toFile())
                .start();
        try {
            return program.waitFor();
        } catch (InterruptedException e) {
            program.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("the verification was interrupted", e);
        }
    }
}
