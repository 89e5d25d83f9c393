package io.mingshi.contracts;

/// The name under which a model is registered and asked for.
public record ModelId(String value) {
    public ModelId {
        Identifier.checked("model id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
