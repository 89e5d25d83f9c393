package io.mingshi.gateway.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What a user takes on who is handed a work without its explicit label; each wording has a version.
/// [LAB-9](https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm)
@ApplicationScoped
public class DutyClause {
    private static final String ZH = "本人申请获取不含显式标识的生成合成内容，知悉该内容仍含隐式标识；本人承诺在传播、发布该内容时依法主动声明并添加显式标识，"
            + "不恶意删除、篡改、伪造、隐匿标识，并对该内容的使用承担全部责任。本人知悉平台将依法留存本次提供的接收人、理由和时间等记录不少于六个月。";
    private static final String EN =
            "I ask for generated content without its explicit label and know that it keeps the implicit"
                    + " one. Whenever I spread or publish it I declare it as generated and add the explicit label that the law"
                    + " asks for; I do not maliciously remove, alter, forge or hide labels; and I answer for how it is used. I"
                    + " know that the provider keeps who received it, why and when, for at least six months.";

    private final Text text;

    /// @param version names the wording
    public record Text(String version, String zh, String en) {}

    DutyClause(
            @ConfigProperty(name = "mingshi.gateway.unlabelled.clause.version", defaultValue = "2026-11")
                    String version,
            @ConfigProperty(name = "mingshi.gateway.unlabelled.clause.zh", defaultValue = ZH) String zh,
            @ConfigProperty(name = "mingshi.gateway.unlabelled.clause.en", defaultValue = EN) String en) {
        this.text = new Text(version, zh, en);
    }

    public Text text() {
        return text;
    }
}
