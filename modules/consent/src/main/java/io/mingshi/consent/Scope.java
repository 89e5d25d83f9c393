package io.mingshi.consent;

import static io.mingshi.consent.ConsentProblem.SCOPE_WRONG;

import io.mingshi.contracts.Audience;
import io.mingshi.contracts.Modality;
import io.mingshi.contracts.ModelId;
import java.util.Set;
import java.util.regex.Pattern;

/// What exactly is consented to; anything outside is another consent.
///
/// @param purpose as the requester states it, compared word for word
/// @param audience who may see what is made
public record Scope(Set<Modality> modalities, Set<ModelId> models, String purpose, Audience audience) {
    static final int MAX_MODELS = 20;
    static final int MAX_PURPOSE = 500;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");

    public Scope {
        modalities = Set.copyOf(modalities);
        models = Set.copyOf(models);
    }

    /// The scope of a new request; the limits are policies of ours and do not bind what was agreed before.
    ///
    /// @throws io.mingshi.contracts.ProblemException `SCOPE_WRONG`
    public static Scope requested(Set<Modality> modalities, Set<ModelId> models, String purpose, Audience audience) {
        if (modalities.isEmpty()) {
            throw SCOPE_WRONG.with("name at least one modality: FACE_IMAGE, FACE_VIDEO or VOICE");
        }
        if (models.isEmpty() || models.size() > MAX_MODELS) {
            throw SCOPE_WRONG.with("name 1 to " + MAX_MODELS + " models");
        }
        if (purpose.isBlank() || purpose.length() > MAX_PURPOSE || !purpose.equals(purpose.strip())) {
            throw SCOPE_WRONG.with("state the purpose in 1 to " + MAX_PURPOSE
                    + " characters, without spaces at its beginning and end");
        }
        if (UNPRINTABLE.matcher(purpose).find()) {
            throw SCOPE_WRONG.with("state the purpose in one line of visible characters: the depicted person reads it");
        }
        return new Scope(modalities, models, purpose, audience);
    }
}
