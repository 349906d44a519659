package io.spotdock.thoughtspot;

import io.spotdock.domain.Loopback;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY} name, as curl reads
 * them; where they are silent, the system's own. This computer is never reached through a proxy.
 */
public final class EnvironmentProxies extends ProxySelector {
    private final Map<String, String> environment;
    private final ProxySelector system;

    public EnvironmentProxies(Map<String, String> environment, ProxySelector system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        if (Loopback.names(host) || isExempt(host)) return List.of(Proxy.NO_PROXY);
        String variable = "https".equalsIgnoreCase(uri.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        return named(variable)
                .or(() -> named("ALL_PROXY"))
                .flatMap(EnvironmentProxies::address)
                .map(address -> List.of(new Proxy(Proxy.Type.HTTP, address)))
                .orElseGet(() -> system.select(uri));
    }

    /**
     * Answers the proxy, and nobody else, with the user and password of its address. The JDK sends them through a tunnel
     * only where {@code jdk.http.auth.tunneling.disabledSchemes} does not name Basic.
     */
    Optional<Authenticator> signIn() {
        return named("HTTPS_PROXY")
                .or(() -> named("ALL_PROXY"))
                .flatMap(EnvironmentProxies::uri)
                .flatMap(uri -> Optional.ofNullable(uri.getUserInfo()))
                .map(userInfo -> {
                    String[] parts = userInfo.split(":", 2);
                    String password = parts.length == 2 ? parts[1] : "";
                    return new Authenticator() {
                        @Override
                        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
                            return getRequestorType() == RequestorType.PROXY
                                    ? new PasswordAuthentication(parts[0], password.toCharArray())
                                    : null;
                        }
                    };
                });
    }

    private Optional<String> named(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .or(() -> Optional.ofNullable(environment.get(variable.toLowerCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }

    private boolean isExempt(String host) {
        for (String entry : named("NO_PROXY").orElse("").split("[,\\s]+")) {
            String name =
                    entry.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "").replaceFirst("^\\*?\\.", "");
            if (name.equals("*")) return true;
            if (!name.isEmpty() && (host.equals(name) || host.endsWith("." + name))) return true;
        }
        return false;
    }

    private static Optional<InetSocketAddress> address(String value) {
        return uri(value).filter(uri -> uri.getHost() != null).map(uri -> {
            int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
            return InetSocketAddress.createUnresolved(uri.getHost(), port);
        });
    }

    private static Optional<URI> uri(String value) {
        try {
            String text = value.strip();
            return Optional.of(URI.create(text.contains("://") ? text : "http://" + text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {
        system.connectFailed(uri, address, problem);
    }
}
