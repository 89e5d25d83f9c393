package io.mingshi.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginsTest {
    @Test
    void anIpv4AddressCountsForItself() {
        assertThat(Origins.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void theAddressesOfOneIpv6SubscriberCountTogether() {
        assertThat(Origins.network("2001:db8:1:2::1"))
                .isEqualTo(Origins.network("2001:db8:1:2:ffff::9%eth0"))
                .isNotEqualTo(Origins.network("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheIpv4Address() {
        assertThat(Origins.network("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
