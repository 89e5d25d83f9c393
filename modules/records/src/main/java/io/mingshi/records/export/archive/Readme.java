package io.mingshi.records.export.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells the one who holds the export what it is, how to check it, and what that shows.
public final class Readme {
    private static final String FACTS = "{facts}";
    private static final String CHINESE = """
            这是什么
            本文件由服务提供者按《互联网信息服务深度合成管理规定》第二十一条的要求导出，供主管部门检查。
            {facts}
            records.html 供阅读；records.jsonl 每行一条记录，供程序读取；两者内容相同。

            如何核验
            1. 从导出文件以外的渠道（例如服务提供者公示的网页或当面交付）取得证据日志的公钥，与 log/key.txt 对照。
            2. 在任何装有 JDK 25 的电脑上、断网运行：./mingshi verify-export 文件.zip --key 公钥
               如有见证方策略文件，用 --policy 策略文件 代替 --key。
            3. 不用本软件也可以核验：
               解压后运行 sha256sum -c MANIFEST.sha256。
               MANIFEST.sig 是 C2SP signed-note：空行以前（含行尾换行）的文字由 Ed25519 签名，
               签名行 Base64 解码后前 4 字节为公钥编号，其余 64 字节为签名；公钥 Base64 解码后首字节为类型，其余 32 字节为公钥。
               log/ 是 C2SP tlog-tiles 的一部分；proofs/ 中（若有）是 C2SP tlog-proof。
               每条记录：其 record 对象（RFC 8785）的 SHA-256 是日志条目中的 seal；
               SHA-256（32 字节盐 + 正文的 UTF-8）等于 record 中的 commitment。
               日志条目是 {"class":…,"event":…,"received":…,"seal":…}；叶哈希是 SHA-256（0x00 + 条目）。

            能证明什么
            - 这里的每一条记录在导出之前已写入证据日志，此后未被改动，正文与收到时一致。
            - 按时间段导出时：证据日志中该时间段的条目，或在导出之中，或逐条说明了原因（completeness.jsonl）。
            - 有见证方签名时：见证方看到的是同一份日志。

            不能证明什么
            - 服务提供者最初收到的内容是真实的，或者所有应记录的事都送到了记录系统。
            - 没有见证方时，持有密钥的人没有另造一份日志。
            - 按人、作品或案件导出时，没有遗漏与之有关的其他记录（可另要求该时间段的导出）。
            - 接收时间由服务提供者的服务器给出。
            """;
    private static final String ENGLISH = """
            What this is
            The provider handed this file over for inspection (Deep Synthesis Provisions, art. 21).
            {facts}
            records.html is for reading; records.jsonl has one record per line for programs; both say the same.

            How to verify
            1. Get the public key of the evidence log in another way than with this file (from a page that the provider
               publishes, or in person), and compare it with log/key.txt.
            2. On any machine with JDK 25, without a network: ./mingshi verify-export FILE.zip --key KEY
               If you have a policy with witnesses: --policy FILE instead of --key.
            3. Without this software:
               unpack and run sha256sum -c MANIFEST.sha256.
               MANIFEST.sig is a C2SP signed-note: an Ed25519 signature of the text before the empty line, its newline
               included. Decoded from Base64, the signature line has 4 bytes of key id and 64 of signature; the key has
               one byte of type and 32 of key.
               log/ is a part of a log in C2SP tlog-tiles; proofs/ (if there) has C2SP tlog-proofs.
               Of each record, SHA-256 of its object "record" (RFC 8785) is the "seal" in its entry of the log, and
               SHA-256 of the 32 bytes of salt and the text in UTF-8 is its "commitment".
               An entry is {"class":…,"event":…,"received":…,"seal":…}; its leaf hash is SHA-256 of a zero byte and it.

            What it proves
            - Every record here was in the evidence log before the export and was not changed since; its text is the one
              that was received.
            - Of a period: every entry that the log has of it is in the export, or is accounted for with the reason
              (completeness.jsonl).
            - With cosignatures of witnesses: the witnesses saw the same log.

            What it does not prove
            - That what the provider received was true, or that everything that happened reached the records.
            - Without witnesses: that nobody with the key made a second log.
            - Of a person, work or case: that no other record belongs to it (ask for the period as well).
            - The times of receipt are those of the provider's servers.
            """;

    private Readme() {}

    /// The file `README.txt`.
    public static byte[] text(ExportFacts facts) {
        return (CHINESE.replace(FACTS, facts(facts, true)) + "\n" + ENGLISH.replace(FACTS, facts(facts, false)))
                .getBytes(UTF_8);
    }

    /// The file `README.html`.
    public static byte[] html(ExportFacts facts) {
        StringBuilder page = new StringBuilder();
        Html.start(page, "记录导出 Export of records · " + facts.id());
        page.append("<p><a href=\"records.html\">记录 Records</a></p>\n<pre>");
        Html.escape(page, new String(text(facts), UTF_8));
        page.append("</pre>\n");
        Html.end(page);
        return page.toString().getBytes(UTF_8);
    }

    private static String facts(ExportFacts facts, boolean chinese) {
        ExportFacts.Ordered ordered = facts.ordered();
        StringBuilder lines = new StringBuilder();
        line(lines, chinese ? "导出编号" : "Export", facts.id());
        line(lines, chinese ? "范围" : "Scope", scope(facts.scope()));
        line(lines, chinese ? "案号" : "Case number", ordered.caseNumber());
        line(lines, chinese ? "事由" : "Reason", ordered.reason());
        line(lines, chinese ? "申请人" : "Ordered by", ordered.by() + " (" + ordered.role() + ") " + ordered.at());
        if (ordered.approvedBy() != null) {
            line(lines, chinese ? "批准人" : "Approved by", ordered.approvedBy() + " " + ordered.approvedAt());
        }
        line(lines, chinese ? "含正文" : "With texts", facts.texts() ? (chinese ? "是" : "yes") : (chinese ? "否" : "no"));
        line(lines, chinese ? "记录数" : "Records", Long.toString(facts.records()));
        line(lines, chinese ? "截至" : "As of", facts.plannedAt() + ", " + facts.origin() + " " + facts.logSize());
        return lines.toString().stripTrailing();
    }

    private static String scope(ExportFacts.Scope scope) {
        return scope.kind().equals(ExportFacts.Scope.PERIOD)
                ? scope.kind() + " " + text(scope.from()) + " – " + text(scope.to())
                : scope.kind() + " " + scope.target();
    }

    private static String text(@Nullable Instant instant) {
        return Objects.toString(instant, "");
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(name).append(": ").append(value.replaceAll("\\s+", " ")).append('\n');
    }
}
