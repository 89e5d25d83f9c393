package io.mingshi.records.export.verify;

import io.mingshi.evidencelog.note.Cosignature;
import io.mingshi.records.export.archive.ExportFacts;
import io.mingshi.records.export.archive.LeftOut;
import java.io.PrintWriter;

/// Says in plain words what an export proves and what it does not.
final class Report {
    private final PrintWriter out;
    private final boolean chinese;

    Report(PrintWriter out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
    }

    void print(Verified verified, Trust trust) {
        ExportFacts facts = verified.facts();
        say("已核验：导出 " + facts.id(), "VERIFIED: export " + facts.id());
        say("公钥 " + verified.key(), "key " + verified.key());
        if (trust instanceof Trust.Nobody) {
            say(
                    "注意：该公钥取自导出文件本身，并非由您另行提供。请从其他渠道取得服务提供者的公钥，用 --key 再核验一次，否则任何人都可能自造此文件。",
                    "CAUTION: this key was found in the export itself and was not given from outside. Get the provider's key in"
                            + " another way and verify again with --key; otherwise anybody could have made this file.");
        }
        scope(facts);
        proves(verified);
        doesNotProve(verified);
        out.flush();
    }

    private void scope(ExportFacts facts) {
        ExportFacts.Scope scope = facts.scope();
        String what = scope.kind().equals(ExportFacts.Scope.PERIOD)
                ? scope.from() + " – " + scope.to()
                : scope.kind() + " " + scope.target();
        say(
                "范围 " + what + "；案号 " + facts.ordered().caseNumber() + "；截至 " + facts.plannedAt(),
                "scope " + what + "; case " + facts.ordered().caseNumber() + "; as of " + facts.plannedAt());
    }

    private void proves(Verified verified) {
        ExportFacts facts = verified.facts();
        say("能证明：", "It proves:");
        say(
                "  - " + facts.records() + " 条记录均在日志 " + facts.origin() + " 的前 " + facts.logSize() + " 条之内，写入之后未被改动",
                "  - all " + facts.records() + " records are among the first " + facts.logSize()
                        + " entries of the log " + facts.origin() + " and were not changed since");
        say(
                "  - 其中 " + verified.texts() + " 条的正文与收到时一致",
                "  - the texts of " + verified.texts() + " of them are those that were received");
        if (facts.covered().isPresent()) {
            say(
                    "  - 日志中该时间段的每一条目都在导出之中，或有据可查已到期删除（" + count(verified, LeftOut.Why.EXPIRED) + " 条）",
                    "  - every entry that the log has of the period is in the export, or is shown to have expired ("
                            + count(verified, LeftOut.Why.EXPIRED) + ")");
        }
        for (Cosignature cosignature : verified.cosignatures()) {
            say(
                    "  - 见证方 " + cosignature.witness().name() + " 于 " + cosignature.at() + " 见到的是同一份日志",
                    "  - the witness " + cosignature.witness().name() + " saw the same log at " + cosignature.at());
        }
    }

    private void doesNotProve(Verified verified) {
        say("不能证明：", "It does not prove:");
        verified.withoutText()
                .forEach((why, count) -> say(
                        "  - " + count + " 条记录的正文：未给出（" + why + "）",
                        "  - the texts of " + count + " records: not given (" + why + ")"));
        if (verified.facts().covered().isEmpty()) {
            say(
                    "  - 没有其他与之有关的记录：只有按时间段的导出才能核对是否有遗漏",
                    "  - that no other record belongs to it: only an export of a period can be checked for what is left out");
        }
        if (verified.cosignatures().isEmpty()) {
            say(
                    "  - 持有日志私钥的人没有另造一份日志：没有见证方签名",
                    "  - that nobody with the private key of the log made a second log: no witness cosigned");
        }
        say(
                "  - 收到的内容真实，或者所有事项都曾送达；接收时间由服务提供者的服务器给出",
                "  - that what was received is true, or that everything was received; times of receipt are the provider's");
    }

    private static long count(Verified verified, LeftOut.Why why) {
        return verified.withoutRecord().getOrDefault(why, 0L);
    }

    private void say(String inChinese, String inEnglish) {
        out.println(chinese ? inChinese : inEnglish);
    }
}
