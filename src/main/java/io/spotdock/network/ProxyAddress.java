package io.spotdock.network;

/**
 * A proxy, without whoever signs in to it.
 *
 * @param source the variable that names it; empty where Java or the system does
 */
public record ProxyAddress(String host, int port, String source) {
    /** As a person writes it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
