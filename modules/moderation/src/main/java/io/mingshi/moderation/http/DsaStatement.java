package io.mingshi.moderation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshi.contracts.ContentKind;
import io.mingshi.moderation.AbuseRule;
import io.mingshi.moderation.statement.Restriction;
import io.mingshi.moderation.statement.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement of reasons in the fields of the DSA Transparency Database; it names nobody.
///
/// [Fields and values](https://transparency.dsa.ec.europa.eu/page/api-documentation)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DsaStatement(
        @JsonProperty("decision_visibility") @Nullable List<String> visibility,
        @JsonProperty("decision_visibility_other") @Nullable String visibilityOther,
        @JsonProperty("decision_provision") @Nullable String provision,
        @JsonProperty("decision_account") @Nullable String account,

        @JsonProperty("end_date_service_restriction") @Nullable
        LocalDate serviceUntil,

        @JsonProperty("end_date_account_restriction") @Nullable
        LocalDate accountUntil,

        @JsonProperty("decision_ground") String ground,
        @JsonProperty("decision_ground_reference_url") String groundUrl,

        @JsonProperty("illegal_content_legal_ground") @Nullable
        String legalGround,

        @JsonProperty("illegal_content_explanation") @Nullable
        String legalExplanation,

        @JsonProperty("incompatible_content_ground") @Nullable
        String contractGround,

        @JsonProperty("incompatible_content_explanation") @Nullable
        String contractExplanation,

        @JsonProperty("content_type") List<String> contentType,
        @JsonProperty("content_type_other") @Nullable String contentTypeOther,
        @JsonProperty("category") String category,
        @JsonProperty("content_date") LocalDate contentDate,
        @JsonProperty("application_date") LocalDate applicationDate,
        @JsonProperty("decision_facts") String facts,
        @JsonProperty("source_type") String sourceType,
        @JsonProperty("automated_detection") String automatedDetection,
        @JsonProperty("automated_decision") String automatedDecision,
        @JsonProperty("puid") String puid) {
    private static final ZoneId ZONE = AbuseRule.ZONE;
    private static final int LONGEST_EXPLANATION = 2_000;
    private static final int LONGEST_FACTS = 5_000;

    /// A warning takes nothing away and is none of the database's decisions.
    static boolean covers(Restriction restriction) {
        return restriction != Restriction.WARNING;
    }

    static DsaStatement of(Statement statement) {
        Restriction restriction = statement.restriction();
        var policy = statement.policy();
        String explanation = cut(policy.en(), LONGEST_EXPLANATION);
        boolean onService = restriction == Restriction.RESTRICTION;
        boolean onAccount = restriction.onAccount() && !onService;
        return new DsaStatement(
                visibility(restriction),
                visibilityOther(restriction),
                onService ? "DECISION_PROVISION_PARTIAL_SUSPENSION" : null,
                account(restriction),
                onService ? dayOrNull(statement.until()) : null,
                onAccount ? dayOrNull(statement.until()) : null,
                policy.illegal() ? "DECISION_GROUND_ILLEGAL_CONTENT" : "DECISION_GROUND_INCOMPATIBLE_CONTENT",
                policy.link(),
                policy.illegal() ? policy.article() : null,
                policy.illegal() ? explanation : null,
                policy.illegal() ? null : policy.article(),
                policy.illegal() ? null : explanation,
                contentType(statement),
                statement.kind() == null ? "generated content of this account" : null,
                category(statement),
                day(statement.at()),
                day(statement.at()),
                cut(statement.facts(), LONGEST_FACTS),
                sourceType(statement),
                statement.detected() == Statement.Detected.AUTOMATICALLY ? "Yes" : "No",
                automatedDecision(statement),
                statement.number());
    }

    private static @Nullable List<String> visibility(Restriction restriction) {
        return switch (restriction) {
            case TAKEDOWN, WITHHOLDING -> List.of("DECISION_VISIBILITY_CONTENT_DISABLED");
            case REFUSAL, HOLD -> List.of("DECISION_VISIBILITY_OTHER");
            case WARNING, RESTRICTION, SUSPENSION, CLOSURE -> null;
        };
    }

    private static @Nullable String visibilityOther(Restriction restriction) {
        return switch (restriction) {
            case REFUSAL -> "the generation was refused";
            case HOLD -> "held until a person has looked at it";
            case TAKEDOWN, WITHHOLDING, WARNING, RESTRICTION, SUSPENSION, CLOSURE -> null;
        };
    }

    private static @Nullable String account(Restriction restriction) {
        return switch (restriction) {
            case SUSPENSION -> "DECISION_ACCOUNT_SUSPENDED";
            case CLOSURE -> "DECISION_ACCOUNT_TERMINATED";
            case REFUSAL, HOLD, WITHHOLDING, TAKEDOWN, WARNING, RESTRICTION -> null;
        };
    }

    private static List<String> contentType(Statement statement) {
        ContentKind kind = statement.kind();
        if (kind == null) {
            return List.of("CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_OTHER");
        }
        return switch (kind) {
            case TEXT -> List.of("CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_TEXT");
            case IMAGE -> List.of("CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_IMAGE");
            case AUDIO -> List.of("CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_AUDIO");
            case VIDEO -> List.of("CONTENT_TYPE_SYNTHETIC_MEDIA", "CONTENT_TYPE_VIDEO");
            case VIRTUAL_SCENE, OTHER -> List.of("CONTENT_TYPE_SYNTHETIC_MEDIA");
        };
    }

    /// The classes of TC260-003 annex A in the database's terms; the correspondence is ours.
    private static String category(Statement statement) {
        String risk = statement.category() == null ? "" : statement.category();
        String part = risk.length() < 3 ? "" : risk.substring(0, 3);
        return switch (part) {
            case "A.1" -> "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY";
            case "A.2" -> "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH";
            case "A.3" -> "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS";
            case "A.4" -> "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS";
            default ->
                switch (statement.policy()) {
                    case CONSENT_OF_THE_DEPICTED -> "STATEMENT_CATEGORY_CYBER_VIOLENCE";
                    case RIGHTS_OF_OTHERS -> "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS";
                    case PROHIBITED_CONTENT, REAL_NAME, HUMAN_REVIEW, MINORS_AND_COMPANIONS, REPEATED_VIOLATIONS ->
                        "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
                };
        };
    }

    private static String sourceType(Statement statement) {
        return switch (statement.detected()) {
            case AUTOMATICALLY, BY_STAFF -> "SOURCE_VOLUNTARY";
            case BY_COMPLAINT -> "SOURCE_TYPE_OTHER_NOTIFICATION";
        };
    }

    private static String automatedDecision(Statement statement) {
        if (statement.automated()) {
            return "AUTOMATED_DECISION_FULLY";
        }
        return statement.detected() == Statement.Detected.AUTOMATICALLY
                ? "AUTOMATED_DECISION_PARTIALLY"
                : "AUTOMATED_DECISION_NOT_AUTOMATED";
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    private static @Nullable LocalDate dayOrNull(@Nullable Instant instant) {
        return instant == null ? null : day(instant);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
