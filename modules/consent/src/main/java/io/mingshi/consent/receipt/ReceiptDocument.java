package io.mingshi.consent.receipt;

import io.mingshi.consent.Consent;
import io.mingshi.consent.Evidence;
import io.mingshi.consent.Handler;
import io.mingshi.consent.Notice;
import io.mingshi.consent.Terms;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import io.mingshi.contracts.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The content of a receipt: a consent receipt around the consent's record, in the JSON-LD form of the
/// [DPV profile](https://w3id.org/dpv/guides/consent-27560) of ISO/IEC TS 27560.
///
/// It names pseudonyms only, and fills every field that the profile makes mandatory.
final class ReceiptDocument {
    private static final Map<String, String> CONTEXT = ordered(
            "dpv", "https://w3id.org/dpv#",
            "pd", "https://w3id.org/dpv/pd#",
            "loc", "https://w3id.org/dpv/loc#",
            "dct", "http://purl.org/dc/terms/",
            "schema", "https://schema.org/");
    private static final String PROFILE = "https://w3id.org/dpv/schema/dpv-27560#";

    private final String publicUrl;

    ReceiptDocument(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /// @param depicted whose consent it is
    /// @param withdrawnAt in a list of at most one
    record Given(Terms terms, PersonId depicted, Evidence evidence, Instant grantedAt, List<Instant> withdrawnAt) {
        static Given of(Consent.Active active) {
            return new Given(active.terms(), active.depicted(), active.evidence(), active.grantedAt(), List.of());
        }

        static Given of(Consent.Withdrawn withdrawn) {
            return new Given(
                    withdrawn.terms(),
                    withdrawn.depicted(),
                    withdrawn.evidence(),
                    withdrawn.grantedAt(),
                    List.of(withdrawn.withdrawnAt()));
        }
    }

    Map<String, Object> of(Given given, Instant now) {
        String id = given.terms().id().value();
        Map<String, Object> receipt = new LinkedHashMap<>();
        receipt.put("@context", CONTEXT);
        receipt.put("@id", publicUrl + "/api/consent/consents/" + id + "/receipt");
        receipt.put("@type", "dpv:ConsentReceipt");
        receipt.put("dct:identifier", "receipt-" + id);
        receipt.put("dct:conformsTo", PROFILE + "receipt-record");
        receipt.put("dct:created", now.toString());
        receipt.put("dct:publisher", given.terms().handler().name());
        receipt.put("schema:recipient", "dpv:DataSubject");
        receipt.put("dpv:hasRecordOfActivity", record(given));
        return receipt;
    }

    private Map<String, Object> record(Given given) {
        Terms terms = given.terms();
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@id", publicUrl + "/api/consent/consents/" + terms.id());
        record.put("@type", "dpv:ConsentRecord");
        record.put("dct:identifier", terms.id().value());
        record.put("dct:conformsTo", PROFILE + "record");
        record.put("dct:provenance", "sha256:" + given.evidence().hash());
        record.put("dpv:hasDataSubject", party("dpv:DataSubject", given.depicted()));
        record.put("dpv:hasDataController", controller(terms.handler()));
        record.put("dpv:hasJurisdiction", "loc:CN");
        record.put("dpv:hasLegalBasis", "dpv:ExplicitlyExpressedConsent");
        record.put("dpv:hasProcess", process(terms));
        record.put("dpv:hasNotice", notice(terms));
        record.put("dpv:hasConsentControl", control(terms));
        record.put("dpv:hasRight", right(terms.handler()));
        record.put("dpv:hasConsentStatus", statuses(given));
        return record;
    }

    private static Map<String, Object> party(String type, PersonId person) {
        return ordered("@type", type, "dct:identifier", person.value());
    }

    private static Map<String, Object> controller(Handler handler) {
        return ordered(
                "@type", "dpv:DataController",
                "dct:identifier", handler.name(),
                "dpv:hasName", handler.name(),
                "dpv:hasAddress", handler.contact(),
                "dpv:hasContact", handler.contact());
    }

    private static Map<String, Object> process(Terms terms) {
        return ordered(
                "@type", "dpv:Process",
                "dpv:hasPurpose",
                        ordered(
                                "@type",
                                "dpv:Purpose",
                                "dct:description",
                                terms.scope().purpose()),
                "dpv:hasPersonalData",
                        terms.scope().modalities().stream()
                                .sorted()
                                .map(ReceiptDocument::personalData)
                                .toList(),
                "dpv:hasProcessing", List.of("dpv:Adapt", "dpv:Alter"),
                "dpv:isImplementedUsingTechnology",
                        terms.scope().models().stream()
                                .map(ModelId::value)
                                .sorted()
                                .toList(),
                "dpv:hasScope", "audience: " + terms.scope().audience(),
                "dpv:hasRecipient", List.of(party("dpv:Recipient", terms.requester())),
                "dpv:hasStorageCondition",
                        List.of(
                                ordered("@type", "dpv:StorageLocation", "dpv:hasLocation", "loc:CN"),
                                ordered(
                                        "@type",
                                        "dpv:StorageDuration",
                                        "dpv:hasDuration",
                                        ordered(
                                                "@type",
                                                "dpv:UntilTimeDuration",
                                                "schema:endTime",
                                                terms.validUntil().toString()))));
    }

    private static Map<String, Object> personalData(Modality modality) {
        return ordered(
                "@type", List.of("dpv:SensitivePersonalData", "pd:Biometric"),
                "dct:identifier", modality.name());
    }

    private Map<String, Object> notice(Terms terms) {
        String version = terms.noticeVersion();
        return ordered(
                "@id",
                publicUrl + "/api/consent/notices/" + version,
                "@type",
                "dpv:ConsentNotice",
                "dct:hasVersion",
                version,
                "dct:language",
                List.of("zh", "en"),
                "dct:provenance",
                "sha256:" + Notice.wording(version).hash(),
                "dct:coverage",
                terms.requestedAt() + "/" + terms.validUntil());
    }

    private Map<String, Object> control(Terms terms) {
        return ordered(
                "@type",
                List.of("dpv:ProvideConsent", "dpv:WithdrawConsent"),
                "dpv:isExercisedAt",
                publicUrl + "/api/consent/consents/" + terms.id() + "/withdrawal",
                "dct:description",
                "open the link of the invitation, verify your identity, withdraw");
    }

    private static Map<String, Object> right(Handler handler) {
        return ordered("@type", "dpv:DataSubjectRight", "dpv:isExercisedAt", handler.contact());
    }

    private static List<Map<String, Object>> statuses(Given given) {
        List<Map<String, Object>> statuses = new ArrayList<>();
        statuses.add(status(List.of("dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"), given.grantedAt()));
        given.withdrawnAt().forEach(at -> statuses.add(status(List.of("dpv:ConsentWithdrawn"), at)));
        return statuses;
    }

    private static Map<String, Object> status(List<String> types, Instant at) {
        return ordered(
                "@type",
                types,
                "dpv:isIndicatedBy",
                "dpv:DataSubject",
                "dpv:hasIndicationMethod",
                "an action of its own on the page of the invitation, after verification",
                "dpv:isIndicatedAtTime",
                at.toString());
    }

    /// @param pairs keys and values in turn; JSON-LD is easier to read in one order
    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Object... pairs) {
        Map<String, T> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], (T) pairs[i + 1]);
        }
        return map;
    }
}
