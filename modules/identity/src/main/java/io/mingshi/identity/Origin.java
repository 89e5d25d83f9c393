package io.mingshi.identity;

/// Where a request comes from; kept as keyed hashes only.
///
/// @param device a mark that we gave the device; devices without one share a mark for each address
public record Origin(String address, String device) {
    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "Origin[hidden]";
    }
}
