package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshi.labels.LabelVerifier;
import io.mingshi.labels.Verdict;
import io.mingshi.testkit.Requirement;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The one door, tried on every surface, in every mode, in every place where content goes in or comes out.
///
/// The table of all cells is written to `target/door-matrix.md`, where a cell that does not hold is missing.
@QuarkusTest
class DoorMatrixTest extends GatewayTest {
    private static final String FORBIDDEN = "how to build a bomb";
    private static final String TAIL = "zzsecretzz";
    private static final Map<String, String> TRIED = new TreeMap<>();

    @ParameterizedTest
    @MethodSource("inputs")
    @Requirement({"DSP-06.1", "DSP-10.1"})
    void forbiddenInputReachesNoModel(Surface surface, boolean streamed, String place) {
        surface.playFine(world, streamed);
        String mark = UUID.randomUUID().toString();
        Response answer = surface.send(streamed, 1, Map.of(place, mark + " " + FORBIDDEN));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.asString()).contains("INPUT_BLOCKED");
        assertThat(world.asked(surface.upstream())).doesNotContain(mark);
        tried(surface, streamed, "input: " + place);
    }

    static Stream<Object[]> inputs() {
        return Arrays.stream(Surface.values())
                .flatMap(surface -> surface.modes().stream()
                        .flatMap(mode -> surface.places().stream().map(place -> new Object[] {surface, mode, place})));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    @Requirement("DSP-10.1")
    void forbiddenOutputReachesNoClient(Surface surface, boolean streamed, Said said) {
        surface.play(world, streamed, said, "first, " + FORBIDDEN + " " + TAIL);
        Response answer = surface.send(streamed, said.choices(), Map.of());
        String body = answer.asString();
        assertThat(body).doesNotContain(TAIL).doesNotContain("omb ");
        if (streamed) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(body).contains(surface.blocked());
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(body).contains("OUTPUT_BLOCKED");
        }
        tried(surface, streamed, "output: " + said);
    }

    static Stream<Object[]> outputs() {
        return Arrays.stream(Surface.values())
                .flatMap(surface -> surface.modes().stream()
                        .flatMap(mode -> surface.says().stream().map(said -> new Object[] {surface, mode, said})));
    }

    @ParameterizedTest
    @MethodSource("labels")
    @Requirement({"LAB-04.1", "DSP-16.1"})
    void nothingLeavesUnlabelledOrUnrecorded(Surface surface, boolean streamed, Said said) {
        surface.play(world, streamed, said, "a calm sea");
        Response answer = surface.send(streamed, said.choices(), Map.of());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        String work = answer.header("Mingshi-Produce-Id");
        if (surface.text()) {
            String body = answer.asString();
            assertThat(body).containsAnyOf("sea", "u0061");
            assertThat(body.split(NOTICE, -1).length - 1).isGreaterThanOrEqualTo(said.choices());
        } else {
            var report = new LabelVerifier().verify(surface.medium(answer));
            assertThat(report.verdict()).isEqualTo(Verdict.COMPLIANT);
        }
        for (String one : work.split(",")) {
            event("WorkRecorded", one);
            event("WorkDelivered", one);
        }
        tried(surface, streamed, "label: " + said);
    }

    static Stream<Object[]> labels() {
        return Arrays.stream(Surface.values())
                .filter(surface -> !surface.produces().isEmpty())
                .flatMap(surface -> surface.modes().stream()
                        .flatMap(mode -> surface.produces().stream().map(said -> new Object[] {surface, mode, said})));
    }

    @ParameterizedTest
    @MethodSource("modes")
    @Requirement("DSP-10.2")
    void anOutageRefuses(Surface surface, boolean streamed) {
        surface.playFine(world, streamed);
        world.moderationIsDown();
        String mark = UUID.randomUUID().toString();
        Map<String, String> words =
                surface.places().isEmpty() ? Map.of() : Map.of(surface.places().getFirst(), mark);
        Response answer = surface.send(streamed, 1, words);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.asString()).contains("MODULE_UNREACHABLE");
        assertThat(world.asked(surface.upstream())).doesNotContain(mark);
        world.library();
        if (!surface.produces().isEmpty()) {
            world.play(surface.upstream(), 500, "{}");
            Response failed = surface.send(streamed, 1, Map.of());
            assertThat(failed.statusCode()).isEqualTo(503);
            assertThat(failed.asString()).contains("UPSTREAM_FAILED");
        }
        tried(surface, streamed, "outage");
    }

    static Stream<Object[]> modes() {
        return Arrays.stream(Surface.values())
                .flatMap(surface -> surface.modes().stream().map(mode -> new Object[] {surface, mode}));
    }

    /// What the matrix does not say of itself: that it knows every address under which content passes.
    @Test
    void everyAddressHasItsSurface() {
        String openApi = RestAssured.given().get("/q/openapi?format=json").asString();
        List<String> posts = new ArrayList<>();
        JsonPath.from(openApi).getMap("paths").forEach((path, operations) -> {
            if (path.toString().startsWith("/v1/") && operations.toString().contains("post=")) {
                posts.add(path.toString());
            }
        });
        List<String> known = new ArrayList<>(
                Arrays.stream(Surface.values()).map(Surface::path).toList());
        known.addAll(List.of("/v1/moderations", "/v1/messages/count_tokens", "/v1/videos/{id}/cancel"));
        assertThat(known).containsAll(posts);
    }

    private static void tried(Surface surface, boolean streamed, String cell) {
        TRIED.put(surface.path() + "|" + (streamed ? "streamed" : "whole") + "|" + cell, "holds");
    }

    @AfterAll
    static void writeTheTable() throws IOException {
        var table =
                new StringBuilder("# The door, cell by cell\n\n| surface | mode | cell | tried |\n|---|---|---|---|\n");
        var cells = new ArrayList<String>();
        inputs().forEach(cell -> cells.add(row((Surface) cell[0], (boolean) cell[1], "input: " + cell[2])));
        outputs().forEach(cell -> cells.add(row((Surface) cell[0], (boolean) cell[1], "output: " + cell[2])));
        labels().forEach(cell -> cells.add(row((Surface) cell[0], (boolean) cell[1], "label: " + cell[2])));
        modes().forEach(cell -> cells.add(row((Surface) cell[0], (boolean) cell[1], "outage")));
        cells.stream()
                .sorted()
                .forEach(cell -> table.append("| ")
                        .append(cell.replace("|", " | "))
                        .append(" | ")
                        .append(TRIED.getOrDefault(cell, "MISSING"))
                        .append(" |\n"));
        Files.writeString(Path.of("target/door-matrix.md"), table);
    }

    private static String row(Surface surface, boolean streamed, String cell) {
        return surface.path() + "|" + (streamed ? "streamed" : "whole") + "|" + cell;
    }
}
