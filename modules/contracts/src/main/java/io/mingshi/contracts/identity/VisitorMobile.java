package io.mingshi.contracts.identity;

/// Where a visitor wants a one-time code sent.
public record VisitorMobile(String mobile, VisitorDoor door) {
    /// Hides the number, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitorMobile[hidden]";
    }
}
