package io.spotdock.domain.policy;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 address or CIDR range; without a prefix length it is one address. */
record AddressRange(byte[] address, int prefix) {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    static Match holds(String range, String given) {
        Optional<AddressRange> wanted = parse(range);
        Optional<byte[]> found = bytes(given);
        if (wanted.isEmpty() || found.isEmpty()) return Match.unknown("a value that is not an IP address");
        return Match.of(wanted.get().holds(found.get()));
    }

    private static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> bytes = bytes(slash < 0 ? text : text.substring(0, slash));
        if (bytes.isEmpty()) return Optional.empty();
        int longest = bytes.get().length * 8;
        if (slash < 0) return Optional.of(new AddressRange(bytes.get(), longest));
        String prefix = text.substring(slash + 1);
        if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > longest) return Optional.empty();
        return Optional.of(new AddressRange(bytes.get(), Integer.parseInt(prefix)));
    }

    private static Optional<byte[]> bytes(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) return Optional.empty();
        try {
            // A literal only: nothing is looked up.
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private boolean holds(byte[] other) {
        if (other.length != address.length) return false;
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
        }
        return true;
    }
}
