package io.mingshi.consent.receipt.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshi.consent.receipt.ReceiptVerifier.Verdict;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in Chinese or English what a genuine receipt proves, and what it does not.
final class Report {
    /// Characters of the longest line: a receipt is somebody's text.
    private static final int MAX_LINE = 500;

    private final PrintWriter out;
    private final boolean chinese;

    Report(PrintWriter out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
    }

    /// @param now what the provider says that it is worth now; null when nobody was asked
    void print(Verdict.Genuine genuine, @Nullable JsonNode now) {
        JsonNode record = genuine.content().path("dpv:hasRecordOfActivity");
        JsonNode process = record.path("dpv:hasProcess");
        say("核验通过：该回执由提供者签发，签发后未被改动", "VERIFIED: the provider signed this receipt, and it was not changed since");
        say("同意编号", "consent", genuine.consent());
        say(
                "被编辑人（化名）",
                "depicted person (pseudonym)",
                record.path("dpv:hasDataSubject").path("dct:identifier"));
        say("处理者", "provider", record.path("dpv:hasDataController").path("dpv:hasName"));
        say("目的", "purpose", process.path("dpv:hasPurpose").path("dct:description"));
        say("内容", "what is edited", listed(process.path("dpv:hasPersonalData").findValuesAsText("dct:identifier")));
        say(
                "模型",
                "models",
                listed(process.path("dpv:isImplementedUsingTechnology")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList()));
        say("范围", "scope", process.path("dpv:hasScope"));
        say("期限至", "until", listed(process.findValuesAsText("schema:endTime")));
        say("告知书", "notice", record.path("dpv:hasNotice").path("dct:hasVersion"));
        for (JsonNode status : record.path("dpv:hasConsentStatus")) {
            say(
                    status.path("@type").path(0).asText(),
                    status.path("@type").path(0).asText(),
                    status.path("dpv:isIndicatedAtTime"));
        }
        if (now == null) {
            say(
                    "不能证明：签发之后没有撤回；可用 --url 询问提供者",
                    "It does not prove that the consent was not withdrawn since; ask the provider with --url");
        } else {
            say("提供者称现在", "the provider says that it is now", now.path("worth"));
        }
        out.flush();
    }

    private void say(String inChinese, String inEnglish, JsonNode value) {
        say(inChinese, inEnglish, value.asText());
    }

    private void say(String inChinese, String inEnglish, String value) {
        out.println(printable("  " + (chinese ? inChinese : inEnglish) + ": " + value));
    }

    private void say(String inChinese, String inEnglish) {
        out.println(printable(chinese ? inChinese : inEnglish));
    }

    private static String listed(List<String> values) {
        return String.join(", ", values);
    }

    /// Bounded, and without what could steer a terminal.
    static String printable(String text) {
        return text.codePoints()
                .limit(MAX_LINE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
