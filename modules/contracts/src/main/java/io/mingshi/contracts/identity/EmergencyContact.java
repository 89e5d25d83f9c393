package io.mingshi.contracts.identity;

/// Somebody to be called when a person may be in danger.
///
/// @param relation what the contact is to the person, such as `GUARDIAN`, or in the person's own words
public record EmergencyContact(String name, String relation, String phone) {
    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "EmergencyContact[hidden]";
    }
}
