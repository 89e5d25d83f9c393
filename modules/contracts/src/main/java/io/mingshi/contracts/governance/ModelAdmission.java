package io.mingshi.contracts.governance;

import io.mingshi.contracts.ModelId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The registry's answer for one model and one capability.
///
/// @param admitted whether the model may be used for this now
/// @param reason one sentence; when refused it says what is missing
/// @param filingNumber the filing or registration number shown to the public; null unless admitted
/// @param assessedUntil the day by which the next assessment is due; null unless admitted
/// @param version the version of the model that is registered; null unless admitted
/// @param waivers those in force for this model; empty unless admitted
public record ModelAdmission(
        ModelId model,
        boolean admitted,
        String reason,
        @Nullable String filingNumber,
        @Nullable LocalDate assessedUntil,
        @Nullable String version,
        List<ScreeningWaiver> waivers) {
    /// An answer of before there were waivers has none.
    public ModelAdmission {
        waivers = waivers == null ? List.of() : List.copyOf(waivers);
    }
}
