package io.spotdock.thoughtspot;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.network.Network;
import io.spotdock.network.http.Wire;
import io.spotdock.port.Renewal;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookService;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs in to ThoughtSpot's REST API v2. One connector serves any number of clusters and threads. */
public final class ThoughtSpotConnector implements WebhookConnector {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    /** Far above any answer of the calls Spotdock makes. */
    static final int LONGEST_ANSWER = 10 * 1024 * 1024;

    private final Supplier<Wire> wires;
    private final Patience patience;
    private final Renewal<SignIn> renewal;
    private @Nullable Wire wire;

    /** @param client follows no redirects, so that a token never goes to another host */
    public ThoughtSpotConnector(HttpClient client, Duration requestTimeout, InstantSource clock, Sleeper sleeper) {
        this(() -> new Wire(client, requestTimeout, LONGEST_ANSWER), clock, sleeper);
        if (client.followRedirects() != HttpClient.Redirect.NEVER)
            throw new IllegalArgumentException("a client that follows redirects takes the token along");
    }

    /** @param environment for the proxy and the authorities that it may name */
    public ThoughtSpotConnector(Map<String, String> environment, InstantSource clock, Sleeper sleeper) {
        this(() -> wire(Network.of(environment), REQUEST_TIMEOUT), clock, sleeper);
    }

    /** Over a network other than this process's. */
    ThoughtSpotConnector(Network network, Duration requestTimeout, InstantSource clock, Sleeper sleeper) {
        this(() -> wire(network, requestTimeout), clock, sleeper);
    }

    private ThoughtSpotConnector(Supplier<Wire> wires, InstantSource clock, Sleeper sleeper) {
        this(wires, new Patience(clock, sleeper), Renewal.none());
    }

    private ThoughtSpotConnector(Supplier<Wire> wires, Patience patience, Renewal<SignIn> renewal) {
        this.wires = wires;
        this.patience = patience;
        this.renewal = renewal;
    }

    @Override
    public WebhookConnector renewing(Renewal<SignIn> by) {
        return new ThoughtSpotConnector(this::wire, patience, by);
    }

    private static Wire wire(Network network, Duration requestTimeout) {
        return new Wire(Wire.client(network), requestTimeout, LONGEST_ANSWER);
    }

    /** Made when first needed, as what the environment names may turn out to be unusable. */
    private synchronized Wire wire() {
        if (wire == null) wire = wires.get();
        return wire;
    }

    /** @throws FailureException Invalid when a proxy or a bundle of certificates that was named can't be used */
    @Override
    public WebhookService connect(
            ThoughtSpotHost host, SignIn signIn, Optional<String> org, Function<SecretReference, Secret> secrets) {
        Wire wire = wire();
        Redaction redaction = new Redaction();
        Function<SignIn, TokenKeeper> keepers = how -> new TokenKeeper(
                wire, host, how, patience, redaction, new ThoughtSpotFailures(host, redaction, TokenKeeper.key(how)));
        Session session = new Session(wire, host, signIn, keepers, patience, org, renewal);
        Lent lent = new Lent(secrets);
        return new ThoughtSpotService(
                session, reference -> reveal(redaction.keep(lent.apply(reference)), reference), () -> {
                    session.close();
                    lent.close();
                });
    }

    private static String reveal(Secret secret, SecretReference reference) {
        Optional<String> value;
        try {
            value = secret.use(Optional::of);
        } catch (IllegalStateException _) {
            value = Optional.empty();
        }
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new FailureException(
                        new Failure.Invalid("webhook", Fault.of("fault.webhook-secret.empty", reference), "")));
    }
}
