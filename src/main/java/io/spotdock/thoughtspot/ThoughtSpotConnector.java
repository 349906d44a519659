package io.spotdock.thoughtspot;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookService;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Signs in to ThoughtSpot's REST API v2. One connector serves any number of clusters and threads. */
public final class ThoughtSpotConnector implements WebhookConnector {
    private final Wire wire;
    private final Patience patience;

    /** @param client follows no redirects, so that a token never goes to another host */
    public ThoughtSpotConnector(HttpClient client, Duration requestTimeout, InstantSource clock, Sleeper sleeper) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER)
            throw new IllegalArgumentException("a client that follows redirects takes the token along");
        this.wire = new Wire(client, requestTimeout);
        this.patience = new Patience(clock, sleeper);
    }

    /** @param environment for the proxy that it may name */
    public ThoughtSpotConnector(Map<String, String> environment, InstantSource clock, Sleeper sleeper) {
        this(
                client(new EnvironmentProxies(environment, ProxySelector.getDefault())),
                Wire.REQUEST_TIMEOUT,
                clock,
                sleeper);
    }

    private static HttpClient client(EnvironmentProxies proxies) {
        return Wire.client(proxies, proxies.signIn());
    }

    @Override
    public WebhookService connect(
            ThoughtSpotHost host, SignIn signIn, Optional<String> org, Function<SecretReference, Secret> secrets) {
        Redaction redaction = new Redaction();
        ThoughtSpotFailures failures = new ThoughtSpotFailures(host, redaction, TokenKeeper.key(signIn));
        TokenKeeper tokens = new TokenKeeper(wire, host, signIn, patience, redaction, failures);
        Session session = new Session(wire, host, tokens, patience, failures, org);
        Lent lent = new Lent(secrets);
        return new ThoughtSpotService(
                session, reference -> reveal(redaction.keep(lent.apply(reference)), reference), () -> {
                    tokens.close();
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
