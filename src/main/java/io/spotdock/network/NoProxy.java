package io.spotdock.network;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of {@code NO_PROXY}, separated by commas or blanks. There is no standard; this is what curl, Go and Python have in
 * common, and of the rest what no two of them contradict: {@code *} is every host; a name is itself and all below it, with or
 * without a dot or {@code *.} in front; an address is itself; a network ({@code 10.0.0.0/8}) is all addresses in it, but no name
 * that leads there, as names are not looked up; with a port behind, it is that port alone.
 */
final class NoProxy {
    private static final Pattern ENTRY =
            Pattern.compile("(\\[[0-9a-f:.]+]|[^:]+|[0-9a-f:.]+(?:/[0-9]+)?)(?::([0-9]+))?");
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-f.]*:[0-9a-f:.]*");

    private final List<Entry> entries;

    private record Entry(String host, Optional<Integer> port) {}

    NoProxy(String text) {
        entries = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> new Entry(
                        entry.group(1).replaceAll("^\\[|]$", "").replaceFirst("^\\*?\\.", ""),
                        Optional.ofNullable(entry.group(2)).map(Integer::valueOf)))
                .toList();
    }

    /** @param host a name, or an address with or without brackets */
    boolean names(String host, int port) {
        String plain = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "").replaceFirst("\\.$", "");
        Optional<InetAddress> address = address(plain);
        return entries.stream()
                .filter(entry -> entry.port().isEmpty() || entry.port().get() == port)
                .anyMatch(entry -> covers(entry.host(), plain, address));
    }

    private static boolean covers(String entry, String host, Optional<InetAddress> address) {
        if (entry.equals("*")) return true;
        if (address.isEmpty()) return host.equals(entry) || host.endsWith("." + entry);
        String[] network = entry.split("/", 2);
        return address(network[0])
                .filter(base -> contains(base, network.length > 1 ? network[1] : "", address.get()))
                .isPresent();
    }

    /** RFC 4632 section 3.1. */
    private static boolean contains(InetAddress network, String length, InetAddress address) {
        byte[] base = network.getAddress();
        byte[] other = address.getAddress();
        if (base.length != other.length) return false;
        int bits = length.matches("[0-9]{1,3}") ? Integer.parseInt(length) : base.length * 8;
        for (int i = 0; i < base.length; i++) {
            int left = Math.clamp(bits - 8L * i, 0, 8);
            int mask = 0xff << 8 - left & 0xff;
            if ((base[i] & mask) != (other[i] & mask)) return false;
        }
        return true;
    }

    /** An address that is written as one; no name is looked up. */
    private static Optional<InetAddress> address(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.ofLiteral(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
