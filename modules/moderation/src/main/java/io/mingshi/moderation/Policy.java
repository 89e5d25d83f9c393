package io.mingshi.moderation;

import static io.mingshi.moderation.ModerationProblem.POLICY_UNKNOWN;

import java.util.Optional;

/// The published policies on which restrictions rest, each with the article behind it.
public enum Policy {
    PROHIBITED_CONTENT(
            "DSP-6",
            Links.DSP,
            true,
            true,
            "不得生成、传播法律法规禁止的内容",
            "Content that the law prohibits is not generated and not spread"),
    CONSENT_OF_THE_DEPICTED(
            "DSP-14",
            Links.DSP,
            true,
            false,
            "编辑他人人脸、人声须取得本人单独同意",
            "A person's face or voice is edited only with that person's separate consent"),
    RIGHTS_OF_OTHERS(
            "GAI-4",
            Links.GAI,
            true,
            false,
            "不得侵害他人肖像、名誉、隐私、知识产权等合法权益",
            "The portrait, reputation, privacy and other rights of others are respected"),
    REAL_NAME(
            "DSP-9",
            Links.DSP,
            false,
            false,
            "未完成真实身份认证的用户不得使用生成和发布功能",
            "Only people whose real identity is proven generate and publish"),
    HUMAN_REVIEW(
            "DSP-10",
            Links.DSP,
            false,
            false,
            "无法由机器判断的内容须经人工审核后提供",
            "What no machine can judge is delivered only after a person looked at it"),
    MINORS_AND_COMPANIONS(
            "ANT-14",
            Links.ANT,
            false,
            false,
            "不向未成年人提供虚拟亲属、虚拟伴侣等虚拟亲密关系服务",
            "Nobody under 18 has a virtual partner or relative"),
    REPEATED_VIOLATIONS(
            "GAI-14",
            Links.GAI,
            false,
            false,
            "多次输入违法不良信息的账号暂停使用，次数见本页",
            "An account with too many violations in a row or on a day is suspended; the numbers are published here");

    private final String article;
    private final String link;
    private final boolean illegal;
    private final boolean reported;
    private final String zh;
    private final String en;

    Policy(String article, String link, boolean illegal, boolean reported, String zh, String en) {
        this.article = article;
        this.link = link;
        this.illegal = illegal;
        this.reported = reported;
        this.zh = zh;
        this.en = en;
    }

    /// @throws io.mingshi.contracts.ProblemException `POLICY_UNKNOWN`
    public static Policy named(String name) {
        for (Policy policy : values()) {
            if (policy.name().equals(name)) {
                return policy;
            }
        }
        throw POLICY_UNKNOWN.with("no published policy has this name: see GET /api/moderation/policies");
    }

    /// The policy behind a refusal of the gateway; empty for refusals that restrict nobody, such as those of
    /// a part that does not answer.
    public static Optional<Policy> behind(String problem) {
        return switch (problem) {
            case "INPUT_BLOCKED", "OUTPUT_BLOCKED" -> Optional.of(PROHIBITED_CONTENT);
            case "CONSENT_REFUSED",
                    "CONSENT_WITHDRAWN",
                    "DEPICTION_UNDECLARED",
                    "DEPICTED_PERSON_FOUND",
                    "DEPICTED_VOICE_FOUND",
                    "MORE_PEOPLE_FOUND" -> Optional.of(CONSENT_OF_THE_DEPICTED);
            case "REAL_NAME_REQUIRED" -> Optional.of(REAL_NAME);
            case "COMPANION_REFUSED" -> Optional.of(MINORS_AND_COMPANIONS);
            default -> Optional.empty();
        };
    }

    /// Such as `DSP-6`.
    public String article() {
        return article;
    }

    /// Where the rule is published.
    public String link() {
        return link;
    }

    /// Whether what it forbids is unlawful in itself, as against the terms of use alone.
    public boolean illegal() {
        return illegal;
    }

    /// Whether a takedown under it is reported to the authority
    /// ([DSP-10](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)).
    public boolean reported() {
        return reported;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    private static final class Links {
        static final String DSP = "http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm";
        /// Interim Measures on anthropomorphic interaction services, order 21 of 2026; published there.
        static final String ANT = "https://www.cac.gov.cn/";

        static final String GAI = "http://www.cac.gov.cn/2023-07/13/c_1690898327029107.htm";
    }
}
