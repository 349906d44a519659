package io.spotdock.domain;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Addresses that mean something in one network only, so that nobody calls them from elsewhere (IANA's special-purpose registries). */
public enum PrivateNetwork {
    TEN("10.0.0.0/8"),
    ONE_SEVEN_TWO("172.16.0.0/12"),
    ONE_NINE_TWO("192.168.0.0/16"),
    /** This computer itself (RFC 1122). */
    LOOPBACK("127.0.0.0/8"),
    /** Of carriers, and of overlay networks (RFC 6598). */
    SHARED("100.64.0.0/10"),
    LINK_LOCAL("169.254.0.0/16"),
    UNSPECIFIED("0.0.0.0/8"),
    LOOPBACK_6("::1/128"),
    UNIQUE_LOCAL("fc00::/7"),
    LINK_LOCAL_6("fe80::/10");

    private final String range;

    PrivateNetwork(String range) {
        this.range = range;
    }

    /** As it is usually written, such as {@code 10.0.0.0/8}. */
    public String range() {
        return range;
    }

    public boolean isThisComputer() {
        return this == LOOPBACK || this == LOOPBACK_6;
    }

    /** The network that an address is private to; empty for one of the internet. */
    public static Optional<PrivateNetwork> of(InetAddress address) {
        return Arrays.stream(values())
                .filter(network -> network.holds(address.getAddress()))
                .findFirst();
    }

    private boolean holds(byte[] address) {
        int slash = range.indexOf('/');
        byte[] start = InetAddress.ofLiteral(range.substring(0, slash)).getAddress();
        if (start.length != address.length) return false;
        for (int bit = 0; bit < Integer.parseInt(range.substring(slash + 1)); bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
        }
        return true;
    }
}
