package io.mingshi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void anIpv4AddressCountsForItself() {
        assertThat(Origin.network("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @Test
    void theAddressesOfOneIpv6SubscriberCountTogether() {
        assertThat(Origin.network("2001:db8:1:2::1"))
                .isEqualTo(Origin.network("2001:db8:1:2:ffff::9%eth0"))
                .isNotEqualTo(Origin.network("2001:db8:1:3::1"));
    }

    @Test
    void anIpv4AddressInIpv6ClothesIsTheIpv4Address() {
        assertThat(Origin.network("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
    }
}
