package io.spotdock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateNetworkTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0, 10.0.0.0/8",
        "10.255.255.255, 10.0.0.0/8",
        "172.16.0.1, 172.16.0.0/12",
        "172.31.255.255, 172.16.0.0/12",
        "192.168.1.1, 192.168.0.0/16",
        "127.0.0.1, 127.0.0.0/8",
        "100.64.0.1, 100.64.0.0/10",
        "169.254.169.254, 169.254.0.0/16",
        "0.0.0.0, 0.0.0.0/8",
        "::1, ::1/128",
        "fc00::1, fc00::/7",
        "fdff::1, fc00::/7",
        "fe80::1, fe80::/10",
        "::ffff:10.1.2.3, 10.0.0.0/8"
    })
    void anAddressOfOneNetworkOnlyIsNamedWithIt(String address, String range) throws UnknownHostException {
        assertThat(PrivateNetwork.of(InetAddress.getByName(address)).map(PrivateNetwork::range))
                .contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.1.1",
                "192.169.0.1",
                "128.0.0.1",
                "100.63.0.1",
                "100.128.0.1",
                "8.8.8.8",
                "::2",
                "2001:db8::1",
                "fbff::1",
                "fe00::1",
                "fec0::1"
            })
    void itsNeighboursAndTheInternetAreNot(String address) throws UnknownHostException {
        assertThat(PrivateNetwork.of(InetAddress.getByName(address))).isEqualTo(Optional.empty());
    }

    @Test
    void onlyLoopbackIsThisComputer() {
        assertThat(PrivateNetwork.values())
                .filteredOn(PrivateNetwork::isThisComputer)
                .containsExactly(PrivateNetwork.LOOPBACK, PrivateNetwork.LOOPBACK_6);
    }
}
