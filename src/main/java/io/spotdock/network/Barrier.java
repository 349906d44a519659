package io.spotdock.network;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stood between this computer and a host, as far as a person can mend it.
 *
 * @param why a certificate that isn't trusted, or a proxy that doesn't let the call through
 * @param silent the proxy, where it was that which could not be reached
 */
public record Barrier(Optional<Fault> why, Optional<String> silent) {
    public static final Barrier NONE = new Barrier(Optional.empty(), Optional.empty());

    /** The words of the JDK's two HTTP clients for a proxy's refusal of a tunnel. */
    private static final Pattern REFUSAL =
            Pattern.compile("(?:Unable to tunnel through proxy|Tunnel failed, got)\\D*(?:HTTP/1\\.\\d )?(\\d{3})");

    private static final Pattern NO_SIGN_IN = Pattern.compile(
            "(?i)too many authentication attempts|No credentials provided|Proxy-Authenticate header missing");

    /** @param proxy that the call went through */
    public static Barrier of(Throwable thrown, Optional<ProxyAddress> proxy) {
        Optional<Fault> untrusted = find(thrown, UntrustedException.class).map(Barrier::untrusted);
        if (untrusted.isPresent()) return of(untrusted.get());
        return proxy.map(address -> throughProxy(thrown, address)).orElse(NONE);
    }

    private static Barrier throughProxy(Throwable thrown, ProxyAddress proxy) {
        for (Throwable each : Flaw.causes(thrown).toList()) {
            String said = String.valueOf(each.getMessage());
            Matcher refusal = REFUSAL.matcher(said);
            if (refusal.find()) return refused(Integer.parseInt(refusal.group(1)), proxy);
            if (NO_SIGN_IN.matcher(said).find()) return refused(407, proxy);
        }
        // Whoever is behind a proxy makes no other connections.
        boolean silent = find(thrown, ConnectException.class).isPresent()
                || find(thrown, UnknownHostException.class).isPresent()
                || find(thrown, UnresolvedAddressException.class).isPresent()
                || find(thrown, NoRouteToHostException.class).isPresent();
        return silent ? new Barrier(Optional.empty(), Optional.of(proxy.toString())) : NONE;
    }

    /** A proxy that answered in place of the host. */
    public static Barrier refused(int status, ProxyAddress proxy) {
        if (status != 407) return of(Fault.of("fault.network.proxy-refused", proxy, status));
        return of(
                proxy.source().isEmpty()
                        ? Fault.of("fault.network.proxy-sign-in.system", proxy)
                        : Fault.of("fault.network.proxy-sign-in", proxy, proxy.source()));
    }

    private static Fault untrusted(UntrustedException untrusted) {
        return switch (untrusted.flaw()) {
            case UNKNOWN_ISSUER -> Fault.of("fault.network.issuer", untrusted.detail());
            case SELF_SIGNED -> Fault.of("fault.network.self-signed");
            case EXPIRED -> Fault.of("fault.network.expired", untrusted.detail());
            case NOT_YET_VALID -> Fault.of("fault.network.early", untrusted.detail());
            case WRONG_NAME -> Fault.of("fault.network.name", untrusted.detail());
            case REVOKED, OTHER -> Fault.of("fault.network.certificate");
        };
    }

    private static Barrier of(Fault why) {
        return new Barrier(Optional.of(why), Optional.empty());
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return Flaw.causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    /** @param host that was to be reached */
    public Failure.Unreachable failure(String host, String said) {
        return new Failure.Unreachable(silent.orElse(host), why, said);
    }
}
