package io.mingshi.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is kept of a person, encrypted under that person's key.
///
/// @param number document number, as normalised
/// @param mobile null unless proven with the carrier
public record PersonalData(
        String name, String number, @Nullable String mobile, LocalDate birthDate) {
    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "PersonalData[hidden]";
    }
}
