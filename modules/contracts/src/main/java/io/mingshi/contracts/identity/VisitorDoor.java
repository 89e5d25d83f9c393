package io.mingshi.contracts.identity;

/// Through which link a visitor comes, and from where; tries are limited for the two together, so that nobody
/// else uses up the visitor's own.
///
/// @param link what stands for the link, never the link itself; codes and challenges count for this link alone
/// @param address where the request came from; it is kept as a keyed hash of its network
/// @param withdrawing whether what the link is about can be taken back, so that nobody may be kept from coming by
/// what other visits cost
public record VisitorDoor(String link, String address, boolean withdrawing) {
    /// Hides the address, so that a log line cannot show it.
    @Override
    public String toString() {
        return "VisitorDoor[" + link + "]";
    }
}
