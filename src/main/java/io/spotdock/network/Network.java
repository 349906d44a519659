package io.spotdock.network;

import io.spotdock.domain.FailureException;
import java.net.ProxySelector;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The network as an environment describes it.
 *
 * @param bundles that a person named, beyond the system's store
 */
public record Network(Proxies proxies, SystemStore store, List<CaBundle> bundles) {
    /** For every call that Spotdock makes. */
    private static final String OWN_BUNDLE = "SPOTDOCK_CA_BUNDLE";

    public Network {
        bundles = List.copyOf(bundles);
    }

    /** As this process finds it. */
    public static Network of(Map<String, String> environment) {
        return new Network(
                new Proxies(environment, ProxySelector.getDefault()),
                SystemStore.of(environment, System.getProperty("os.name")),
                named(environment, OWN_BUNDLE).stream().toList());
    }

    /** The bundle that a variable names. */
    public static Optional<CaBundle> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(path -> new CaBundle(variable, path));
    }

    /** The same with one more bundle. */
    public Network with(Optional<CaBundle> bundle) {
        return new Network(
                proxies, store, Stream.concat(bundles.stream(), bundle.stream()).toList());
    }

    /** @throws FailureException Invalid when a proxy or a bundle that was named can't be used */
    public void check() {
        proxies.check();
        bundles.forEach(CaBundle::certificates);
    }

    /** @throws FailureException Invalid when a bundle that was named can't be used */
    public Trust trust() {
        List<X509Certificate> named = bundles.stream()
                .flatMap(bundle -> bundle.certificates().stream())
                .toList();
        return new Trust(
                Trust.ofJava(),
                () -> {
                    List<X509Certificate> all = new ArrayList<>(named);
                    all.addAll(store.certificates());
                    return all;
                },
                InstantSource.system());
    }

    /** What kept a call from coming to an end at a host. */
    public Barrier barrier(Throwable thrown, URI target) {
        return Barrier.of(thrown, proxies.to(target));
    }
}
