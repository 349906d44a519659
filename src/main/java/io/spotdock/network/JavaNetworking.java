package io.spotdock.network;

import java.util.Properties;

/** What Java has to be told before its first connection, in properties that it reads once. */
public final class JavaNetworking {
    private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";
    private static final String SYSTEM = "java.net.useSystemProxies";
    private static final String ATTEMPTS = "jdk.httpclient.auth.retrylimit";
    private static final String UNCHECKED = "jdk.internal.httpclient.disableHostnameVerification";

    private JavaNetworking() {}

    /**
     * Asks the system for its proxy (Windows, macOS, and GNOME on Linux; a configuration script is the system's to evaluate),
     * and allows Basic for a proxy that a call is tunnelled through, which the JDK doesn't by itself (JDK 8u111 release notes)
     * and every company's proxy with a password needs. A password that was refused is not sent again. Who started Java with
     * other words for these is heard. Host names are checked, whatever was said.
     */
    public static void prepare(Properties properties) {
        properties.putIfAbsent(SYSTEM, "true");
        properties.putIfAbsent(TUNNELS, "");
        properties.putIfAbsent(ATTEMPTS, "1");
        properties.remove(UNCHECKED);
    }
}
