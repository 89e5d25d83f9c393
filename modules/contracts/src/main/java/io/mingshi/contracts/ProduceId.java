package io.mingshi.contracts;

/// The provider's unique number of one generated content, as the label carries it (GB 45438-2025 annex E).
public record ProduceId(String value) {
    public ProduceId {
        Identifier.checked("ProduceID", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
