package io.mingshi.consent;

import io.mingshi.contracts.Sha256;
import java.time.Instant;

/// What proves that a consent was given: the notice as shown, in both languages, together with the answer.
///
/// It names pseudonyms only.
///
/// @param hash SHA-256 of `text`
public record Evidence(String text, String hash) {
    static Evidence of(Terms terms, Answerer answerer, Instant grantedAt) {
        String text = """
                consent: %s
                notice version: %s
                shown:
                %s
                %s
                answer: GRANT, separately
                by: %s%s
                proven: %s
                at: %s
                """.formatted(
                        terms.id(),
                        terms.noticeVersion(),
                        Notice.chinese(terms),
                        Notice.english(terms),
                        answerer.depicted(),
                        guardian(answerer),
                        answerer.proof(),
                        grantedAt);
        return new Evidence(text, Sha256.of(text));
    }

    private static String guardian(Answerer answerer) {
        Guardian guardian = answerer.guardian();
        return guardian == null ? "" : ", under 14, through the guardian " + guardian.person();
    }
}
