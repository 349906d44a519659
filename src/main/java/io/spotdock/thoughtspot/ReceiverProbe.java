package io.spotdock.thoughtspot;

import io.spotdock.domain.Loopback;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.network.Network;
import io.spotdock.network.Proxies;
import io.spotdock.network.Trust;
import io.spotdock.network.http.Wire;
import io.spotdock.port.ReceiverHealth;
import io.spotdock.port.ReceiverHealth.Reply;
import io.spotdock.port.ReceiverHealth.Stage;
import io.spotdock.port.ReceiverHealth.Tls;
import io.spotdock.port.ReceiverHealth.Veil;
import io.spotdock.port.ReceiverHealth.Why;
import io.spotdock.port.Receivers;
import io.spotdock.thoughtspot.Asking.Heard;
import io.spotdock.thoughtspot.Dial.Dialled;
import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Connects once to see the stages, then probes with HEAD, which asks for no more than the status and which a server must
 * not take for an order (RFC 9110 section 9.2.1). A receiver that takes only POST answers 405 or 501; then OPTIONS is
 * tried, which is as harmless and is often answered where POST is. Never a POST unless a person asked for a trial: the
 * receiver might take it for a delivery.
 */
public final class ReceiverProbe implements Receivers {
    /** ThoughtSpot waits 5 seconds; a second more tells a late answer from none. */
    private static final Duration PATIENCE = ReceiverHealth.LIMIT.plusSeconds(1);

    private static final Set<Why> CONNECTING =
            Set.of(Why.NAME_NOT_FOUND, Why.NAME_UNANSWERED, Why.REFUSED, Why.UNREACHABLE);

    private final boolean sandboxed;
    private final ProxySelector proxies;
    private final Supplier<X509ExtendedTrustManager> trust;
    private final Dial.Resolver resolver;
    private final InstantSource clock;
    private final Duration limit;
    private @Nullable Tools tools;

    /** What a look needs, and most that has to do with a webhook does without. */
    private record Tools(Dial dial, Asking asking) {}

    /** @param environment for the proxy that it may name, and for the sandbox that it may lead into */
    public ReceiverProbe(Map<String, String> environment, InstantSource clock) {
        this(
                isSandbox(environment),
                Network.of(environment).proxies(),
                Trust::ofJava,
                InetAddress::getAllByName,
                clock,
                PATIENCE);
    }

    /** @param limit for the connection that shows the stages, and again for the answer */
    ReceiverProbe(
            boolean sandboxed,
            ProxySelector proxies,
            Supplier<X509ExtendedTrustManager> trust,
            Dial.Resolver resolver,
            InstantSource clock,
            Duration limit) {
        this.sandboxed = sandboxed;
        this.proxies = proxies;
        this.trust = trust;
        this.resolver = resolver;
        this.clock = clock;
        this.limit = limit;
    }

    private synchronized Tools tools() {
        if (tools == null) {
            X509ExtendedTrustManager manager = trust.get();
            Optional<? extends Authenticator> signIn =
                    proxies instanceof Proxies named ? named.signIn() : Optional.empty();
            tools = new Tools(
                    new Dial(resolver, manager, clock, limit),
                    new Asking(Wire.client(proxies, signIn, Trust.context(manager)), limit));
        }
        return tools;
    }

    /** Where AWS or ThoughtSpot is this computer, ThoughtSpot calls nobody elsewhere, and neither does this. */
    private static boolean isSandbox(Map<String, String> environment) {
        return Stream.of("AWS_ENDPOINT_URL", "SPOTDOCK_THOUGHTSPOT_URL")
                .map(name -> environment.getOrDefault(name, ""))
                .anyMatch(ReceiverProbe::isHere);
    }

    private static boolean isHere(String url) {
        try {
            String host = URI.create(url).getHost();
            return host != null && Loopback.names(host);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public ReceiverHealth probe(WebhookUrl url) {
        URI uri = url.value();
        if (isVeiled(uri)) return ReceiverHealth.hidden(Veil.SANDBOX);
        if (isProxied(uri)) return throughProxy(uri);
        Dialled dialled = tools().dial().dial(uri);
        Stage<Reply> reply = dialled.isThrough() ? headed(uri).reply() : new Stage.NotReached<>();
        return new ReceiverHealth(dialled.name(), dialled.connection(), dialled.tls(), reply);
    }

    private boolean isVeiled(URI url) {
        return sandboxed && !Loopback.names(url.getHost());
    }

    private boolean isProxied(URI url) {
        return proxies.select(url).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    /** The proxy looks up the name and connects; TLS is spoken through it, and so can be seen. */
    private ReceiverHealth throughProxy(URI url) {
        Heard heard = headed(url);
        Optional<Throwable> untrusted = heard.thrown().filter(thrown -> Mishap.has(thrown, SSLException.class));
        Stage<Tls> tls = untrusted
                .<Stage<Tls>>map(thrown -> new Mishap(clock).ofHandshake(thrown, List.of()))
                .orElseGet(() -> heard.session().map(this::tls).orElseGet(() -> new Stage.Hidden<>(Veil.PROXY)));
        Stage<Reply> reply = untrusted.isPresent() ? new Stage.NotReached<>() : ofProxy(heard.reply());
        return new ReceiverHealth(new Stage.Hidden<>(Veil.PROXY), new Stage.Hidden<>(Veil.PROXY), tls, reply);
    }

    /** No connection is made here but that to the proxy. */
    private static Stage<Reply> ofProxy(Stage<Reply> reply) {
        if (!(reply instanceof Stage.Failed<Reply>(Why why, String _, String said))) return reply;
        boolean proxys = CONNECTING.contains(why) || said.contains("Tunnel failed");
        return proxys ? new Stage.Failed<>(Why.PROXY, "", said) : reply;
    }

    private Stage<Tls> tls(SSLSession session) {
        try {
            // How long it took is part of the answer's time here.
            return new Stage.Seen<>(Dial.tls(session, clock.instant()), Duration.ZERO);
        } catch (IOException e) {
            return Mishap.of(Why.HANDSHAKE, e);
        }
    }

    private Heard headed(URI url) {
        Asking asking = tools().asking();
        Deadline deadline = asking.deadline();
        Heard head = asking.ask(request("HEAD", url), deadline);
        if (!(head.reply() instanceof Stage.Seen<Reply>(Reply first, Duration took))
                || first.status() != 405 && first.status() != 501) return head;
        Heard options = asking.ask(request("OPTIONS", url), deadline);
        // The second request finds the connection made already, and so tells too short a time.
        return options.reply() instanceof Stage.Seen<Reply>(Reply second, Duration again)
                ? new Heard(new Stage.Seen<>(second, longer(took, again)), options.session(), Optional.empty())
                : head;
    }

    private static HttpRequest request(String method, URI url) {
        return HttpRequest.newBuilder(url)
                .header("User-Agent", "Spotdock")
                .method(method, BodyPublishers.noBody())
                .build();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public Trial prepare(Webhook webhook) {
        return TrialCall.prepare(webhook, clock.instant());
    }

    @Override
    public Stage<Reply> send(Trial trial, Function<SecretReference, Secret> secrets) {
        if (isVeiled(trial.url())) return new Stage.Hidden<>(Veil.SANDBOX);
        Optional<HttpRequest> request = TrialCall.request(trial, secrets);
        if (request.isEmpty()) return new Stage.Failed<>(Why.NOT_SENT, "", "");
        Asking asking = tools().asking();
        Heard heard = asking.ask(request.get(), asking.deadline());
        Optional<Throwable> untrusted = heard.thrown().filter(thrown -> Mishap.has(thrown, SSLException.class));
        return untrusted
                .<Stage<Reply>>map(thrown -> new Mishap(clock).ofHandshake(thrown, List.of()))
                .orElse(heard.reply());
    }
}
