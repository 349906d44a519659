package io.spotdock.cli;

import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.network.CaBundle;
import io.spotdock.network.Network;
import io.spotdock.network.ProxyAddress;
import io.spotdock.port.Profiles;
import io.spotdock.port.Profiles.Profile;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which proxy, which certificates and whose sign-in to AWS are in use: what one asks first where nothing gets through. */
final class WayThrough {
    private final CliContext context;
    private final Network network;

    WayThrough(CliContext context) {
        this.context = context;
        this.network = Network.of(context.environment())
                .with(Network.named(context.environment(), "AWS_CA_BUNDLE")
                        .or(() -> Network.named(context.environment(), "REQUESTS_CA_BUNDLE")));
    }

    /** What isn't as on any computer. */
    List<Fault> notes(Optional<String> profile, Optional<URI> thoughtSpot) {
        List<Fault> notes = new ArrayList<>();
        signIn(profile)
                .ifPresent(used -> notes.add(Fault.of(
                        "note.sign-in."
                                + used.kind()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                        used.name(),
                        used.variable().orElse(""))));
        targets(thoughtSpot).values().stream()
                .flatMap(target -> proxy(target).stream())
                .distinct()
                .map(proxy -> proxy.source().isEmpty()
                        ? Fault.of("note.proxy.system", proxy)
                        : Fault.of("note.proxy", proxy, proxy.source()))
                .forEach(notes::add);
        for (CaBundle bundle : network.bundles()) notes.add(Fault.of("note.ca-bundle", bundle.path(), bundle.source()));
        return notes;
    }

    /**
     * All of it, for whoever helps.
     *
     * @param anonymous whether a proxy's host is nobody's business
     */
    Map<String, String> facts(Optional<String> profile, Optional<URI> thoughtSpot, boolean anonymous) {
        Map<String, String> facts = new LinkedHashMap<>();
        targets(thoughtSpot)
                .forEach((name, target) -> facts.put(
                        "proxy on the way to " + name,
                        proxy(target)
                                .map(proxy -> (anonymous ? "yes" : proxy)
                                        + (proxy.source().isEmpty() ? " (system)" : " (" + proxy.source() + ")"))
                                .orElse("none")));
        facts.put("certificates of the system", network.store().toString());
        for (CaBundle bundle : network.bundles()) facts.put("certificates of " + bundle.source(), bundle.path());
        facts.put(
                "signed in to AWS by",
                signIn(profile).map(used -> used.kind().name()).orElse("unknown"));
        return facts;
    }

    private static Map<String, URI> targets(Optional<URI> thoughtSpot) {
        Map<String, URI> targets = new LinkedHashMap<>();
        targets.put("AWS", URI.create("https://sts.amazonaws.com"));
        thoughtSpot.ifPresent(uri -> targets.put("ThoughtSpot", uri));
        return targets;
    }

    /** What can't be used is told by the call that would use it. */
    private Optional<ProxyAddress> proxy(URI target) {
        try {
            return network.proxies().to(target);
        } catch (FailureException _) {
            return Optional.empty();
        }
    }

    private Optional<Profile> signIn(Optional<String> profile) {
        try {
            Profiles profiles = context.rooms().profiles().apply(context.environment());
            return profile.isEmpty()
                    ? Optional.of(profiles.byDefault())
                    : profiles.named().stream()
                            .filter(each -> each.name().equals(profile.get()))
                            .findFirst();
        } catch (FailureException _) {
            return Optional.empty();
        }
    }
}
