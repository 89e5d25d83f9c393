package io.mingshi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class TraceTest extends GatewayTest {
    /// The delivery is kept after the response has ended, which must not end the trace.
    @ParameterizedTest
    @CsvSource({"false,4bf92f3577b34da6a3ce929d0e0e4736", "true,4bf92f3577b34da6a3ce929d0e0e4737"})
    void oneTraceRunsFromTheRequestToEveryEventOfIt(boolean streamed, String trace) {
        var body = new HashMap<>(conversation("mingshi-demo-chat", "Describe a pier."));
        body.put("stream", streamed);
        var response = as("alice")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(body)
                .post("/v1/chat/completions");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).contains(response.header("Mingshi-Produce-Id"));

        String work = response.header("Mingshi-Produce-Id");
        String recorded = event("WorkRecorded", work);
        String admitted = event("RequestAdmitted", JsonPath.from(recorded).getString("data.admission"));
        assertThat(List.of(admitted, recorded, event("WorkDelivered", work)))
                .map(event -> JsonPath.from(event).getString("traceparent"))
                .allSatisfy(traceparent -> assertThat(traceparent).startsWith("00-" + trace + "-"));
    }
}
