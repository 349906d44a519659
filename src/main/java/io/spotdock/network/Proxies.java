package io.spotdock.network;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The proxy that a call goes through: the one of {@code HTTPS_PROXY} (or {@code ALL_PROXY}), unless {@code NO_PROXY} names the
 * host; where they are silent, what the JVM's properties or the system's own settings say. Small letters stand above capitals,
 * as for curl and the AWS CLI. This computer, and the addresses under which AWS tells a machine its role, are never reached
 * through a proxy: whoever runs it would be handed the keys.
 */
public final class Proxies extends ProxySelector {
    /** Of machines and of containers (Amazon EC2 User Guide, "Instance metadata"; Amazon ECS Developer Guide). */
    private static final Set<String> METADATA =
            Set.of("169.254.169.254", "169.254.170.2", "169.254.170.23", "[fd00:ec2::254]", "[fd00:ec2::23]");

    private final Map<String, String> environment;
    private final ProxySelector system;
    private final NoProxy exceptions;

    /** @param system says what the JVM's properties and the system's settings do */
    public Proxies(Map<String, String> environment, ProxySelector system) {
        this.environment = Map.copyOf(environment);
        this.system = system;
        this.exceptions = new NoProxy(value("NO_PROXY").orElse(""));
    }

    /** @throws FailureException Invalid when a variable names what can't be used as a proxy; nothing of it is repeated */
    public void check() {
        named("https").ifPresent(Proxies::uri);
    }

    /**
     * The proxy on the way to an address; empty where there is none.
     *
     * @throws FailureException as {@link #check}
     */
    public Optional<ProxyAddress> to(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        if (Loopback.names(host) || METADATA.contains(host) || exceptions.names(host, port(target)))
            return Optional.empty();
        return named(String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT))
                .map(variable -> {
                    URI uri = uri(variable);
                    return new ProxyAddress(uri.getHost(), port(uri), variable.name());
                })
                .or(() -> ofSystem(target));
    }

    private Optional<ProxyAddress> ofSystem(URI target) {
        return system.select(target).stream()
                .filter(proxy -> proxy.type() != Proxy.Type.SOCKS)
                .findFirst()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(proxy -> (InetSocketAddress) proxy.address())
                .map(address -> new ProxyAddress(address.getHostString(), address.getPort(), ""));
    }

    @Override
    public List<Proxy> select(URI uri) {
        return List.of(to(uri).map(Proxies::proxy).orElse(Proxy.NO_PROXY));
    }

    private static Proxy proxy(ProxyAddress address) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.host(), address.port()));
    }

    /** Answers the proxy, and nobody else, with the user and password that the variable holds. */
    public Optional<ProxySignIn> signIn() {
        return named("https").map(variable -> uri(variable).getRawUserInfo()).map(userInfo -> {
            String[] parts = userInfo.split(":", 2);
            String password = parts.length == 2 ? decoded(parts[1]) : "";
            return new ProxySignIn(new PasswordAuthentication(decoded(parts[0]), password.toCharArray()));
        });
    }

    private record Variable(String name, String value) {}

    /** Those that name a proxy for a scheme. */
    private Optional<Variable> named(String scheme) {
        String variable = scheme.equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY";
        return value(variable)
                .map(text -> new Variable(variable, text))
                .or(() -> value("ALL_PROXY").map(text -> new Variable("ALL_PROXY", text)));
    }

    private Optional<String> value(String variable) {
        return Optional.ofNullable(environment.get(variable.toLowerCase(Locale.ROOT)))
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Java speaks plain HTTP to a proxy; what is sent through it is under TLS all the same. */
    private static URI uri(Variable variable) {
        String text = variable.value();
        try {
            URI uri = new URI(text.contains("://") ? text : "http://" + text);
            if (uri.getHost() != null && uri.getScheme().equalsIgnoreCase("http")) return uri;
            if (uri.getHost() != null)
                throw refused(variable, Fault.of("fault.network.proxy-kind", variable.name(), uri.getScheme()));
        } catch (URISyntaxException _) {
            // Falls through: the text may hold a password, so nothing of it is repeated.
        }
        throw refused(variable, Fault.of("fault.network.proxy", variable.name()));
    }

    private static FailureException refused(Variable variable, Fault fault) {
        return new FailureException(new Failure.Invalid(variable.name(), fault, ""));
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) return uri.getPort();
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // A per cent sign that begins nothing stands for itself.
        }
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {
        system.connectFailed(uri, address, problem);
    }
}
