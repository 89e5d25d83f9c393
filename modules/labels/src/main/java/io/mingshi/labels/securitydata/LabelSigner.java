package io.mingshi.labels.securitydata;

/// Makes the `SecurityData` text of TC260-PG-202511A over the first three members of a label.
@FunctionalInterface
public interface LabelSigner {
    /// The text for `ReservedCode1`: JSON, not yet escaped for its place inside the label.
    ///
    /// @param message what is signed: `"Label":"1","ContentProducer":"…","ProduceID":"…"`
    String sign(String message);
}
