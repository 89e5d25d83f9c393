package io.mingshi.contracts;

/// The number of one decision to admit a request to generation.
public record AdmissionId(String value) {
    public AdmissionId {
        Identifier.checked("admission id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
