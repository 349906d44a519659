package io.spotdock.domain;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;

/** Addresses that mean something in one network only, so that nobody calls them from elsewhere (IANA's special-purpose registries). */
public enum PrivateNetwork {
    TEN("10.0.0.0/8", 8, 10),
    ONE_SEVEN_TWO("172.16.0.0/12", 12, 172, 16),
    ONE_NINE_TWO("192.168.0.0/16", 16, 192, 168),
    /** This computer itself (RFC 1122). */
    LOOPBACK("127.0.0.0/8", 8, 127),
    /** Of carriers, and of overlay networks (RFC 6598). */
    SHARED("100.64.0.0/10", 10, 100, 64),
    LINK_LOCAL("169.254.0.0/16", 16, 169, 254),
    UNSPECIFIED("0.0.0.0/8", 8, 0),
    LOOPBACK_6("::1", 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
    UNIQUE_LOCAL("fc00::/7", 7, 0xFC, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    LINK_LOCAL_6("fe80::/10", 10, 0xFE, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final String range;
    private final int bits;
    private final byte[] start;

    PrivateNetwork(String range, int bits, int... start) {
        this.range = range;
        this.bits = bits;
        this.start = new byte[start.length > 4 ? 16 : 4];
        for (int i = 0; i < start.length; i++) this.start[i] = (byte) start[i];
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
        byte[] bytes = address.getAddress();
        // Java hands out IPv4-mapped addresses as Inet4Address already.
        return Arrays.stream(values())
                .filter(network -> (network.start.length == 4) == (address instanceof Inet4Address))
                .filter(network -> network.holds(bytes))
                .findFirst();
    }

    private boolean holds(byte[] address) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) return false;
        }
        return true;
    }
}
