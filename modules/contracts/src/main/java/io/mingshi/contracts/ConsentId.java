package io.mingshi.contracts;

/// The number of one consent of a depicted person.
public record ConsentId(String value) {
    public ConsentId {
        Identifier.checked("consent id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
