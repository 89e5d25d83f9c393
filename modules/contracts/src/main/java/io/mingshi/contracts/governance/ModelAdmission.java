package io.mingshi.contracts.governance;

import io.mingshi.contracts.ModelId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The registry's answer for one model and one capability.
///
/// @param admitted whether the model may be used for this now
/// @param reason one sentence; when refused it says what is missing
/// @param filingNumber the filing or registration number shown to the public; null unless admitted
/// @param assessedUntil the day by which the next assessment is due; null unless admitted
/// @param version the version of the model that is registered; null unless admitted
/// @param waivers those in force for this model; empty unless admitted
/// @param companionship the roles that it plays where it is declared for sustained emotional
///     interaction; empty where
///     it is not
public record ModelAdmission(
        ModelId model,
        boolean admitted,
        String reason,
        @Nullable String filingNumber,
        @Nullable LocalDate assessedUntil,
        @Nullable String version,
        List<ScreeningWaiver> waivers,
        Set<CompanionRole> companionship) {
    /// An answer of before there were waivers or companions has none.
    public ModelAdmission {
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
        companionship = companionship == null ? Set.of() : Set.copyOf(companionship);
    }

    /// Of a model that is no companion.
    public ModelAdmission(
            ModelId model,
            boolean admitted,
            String reason,
            @Nullable String filingNumber,
            @Nullable LocalDate assessedUntil,
            @Nullable String version,
            List<ScreeningWaiver> waivers) {
        this(model, admitted, reason, filingNumber, assessedUntil, version, waivers, Set.of());
    }
}
