package io.mingshi.localstack.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;

/// Plays the office that takes reports of unlawful content: nothing is done about them, and each gets a
/// receipt.
///
/// The word in the facts decides: 断续 finds it out of service at the first try, 超时 answers the first try later
/// than anybody waits, 重号 gives the receipt of the report before at the first try, 故障 is always out of
/// service.
final class ContentReports implements Desk {
    private final Answered answered = new Answered();
    private final Answered tries = new Answered();
    private String last = "";

    @Override
    public Answer answer(String key, JsonNode report) throws InterruptedException {
        String facts = report.path("facts").asText("");
        if (key.isBlank()
                || facts.isBlank()
                || report.path("decision").asText("").isBlank()) {
            return Answer.refused(400, "a report needs an Idempotency-Key, decision and facts");
        }
        boolean first = tries.firstTry(key);
        if (facts.contains("故障") || (first && facts.contains("断续"))) {
            return Answer.outOfService();
        }
        if (first && facts.contains("重号") && !last().isEmpty()) {
            return Answer.of(Map.of("receipt", last()));
        }
        Answer answer = answered.once(key, report.toString(), this::receipt);
        if (first && facts.contains("超时")) {
            Thread.sleep(Verdict.LATENESS);
        }
        return answer;
    }

    private synchronized Answer receipt() {
        last = "CR-" + UUID.randomUUID();
        return Answer.of(Map.of("receipt", last));
    }

    private synchronized String last() {
        return last;
    }
}
