package io.mingshi.identity;

import java.net.InetAddress;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Where a request comes from; kept as keyed hashes only.
///
/// @param device a mark that we gave the device; devices without one share a mark for each address
public record Origin(String address, String device) {
    private static final Pattern ZONE = Pattern.compile("%.*$");
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_NETWORK_BYTES = 8;

    /// An IPv4 address, or the 64 bits of an IPv6 address that one subscriber has to themselves.
    ///
    /// @throws IllegalArgumentException when it is no address
    public static String network(String address) {
        InetAddress parsed = InetAddress.ofLiteral(ZONE.matcher(address).replaceFirst(""));
        byte[] bytes = parsed.getAddress();
        return bytes.length == IPV4_BYTES
                ? parsed.getHostAddress()
                : HexFormat.of().formatHex(bytes, 0, IPV6_NETWORK_BYTES);
    }

    /// Hides everything, so that a log line cannot show it.
    @Override
    public String toString() {
        return "Origin[hidden]";
    }
}
