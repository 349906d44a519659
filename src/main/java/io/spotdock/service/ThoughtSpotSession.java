package io.spotdock.service;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.Keychain;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sign-in to ThoughtSpot of a setup. It owns what was typed, and wipes it when it is of no more use. Thread-safe. */
final class ThoughtSpotSession {
    private final WebhookConnector webhooks;
    private final Function<SecretReference, Secret> secrets;
    private @Nullable Open open;

    /** A connection, and how it was made: going to another Org takes another one. */
    private record Open(ThoughtSpotHost host, SignIn signIn, WebhookService service) {}

    ThoughtSpotSession(WebhookConnector webhooks, Renewals renewals, Function<SecretReference, Secret> secrets) {
        this.webhooks = webhooks.renewing(lapse -> renewals.thoughtSpot(
                new OwnedLapse<>(lapse, this::exchange, next -> next.secret().close())));
        this.secrets = secrets;
    }

    Connected connect(ThoughtSpotHost host, SignIn signIn, Optional<String> org) {
        try {
            return open(host, signIn, org);
        } catch (RuntimeException e) {
            signIn.secret().close();
            throw e;
        }
    }

    Connected enterOrg(String org) {
        Open now = current();
        return open(now.host(), now.signIn(), Optional.of(org));
    }

    /** Has the sign-in there is kept. */
    Keychain.Item kept(KeptSignIns signIns) {
        Open now = current();
        return signIns.keep(now.host(), now.signIn());
    }

    private Connected open(ThoughtSpotHost host, SignIn signIn, Optional<String> org) {
        WebhookService service = webhooks.connect(host, signIn, org, secrets);
        try {
            Connected connected = Sessions.ask(host, service);
            keep(new Open(host, signIn, service));
            return connected;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private synchronized void keep(Open opened) {
        // A sign-in that was given up when it had all but ended must not take the place of the one made instead.
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("the sign-in was given up");
        Open former = open;
        open = opened;
        if (former == null) return;
        former.service().close();
        if (!former.signIn().equals(opened.signIn())) former.signIn().secret().close();
    }

    synchronized void disconnect() {
        Open former = open;
        open = null;
        if (former == null) return;
        former.service().close();
        former.signIn().secret().close();
    }

    private synchronized Open current() {
        if (open == null) throw new FailureException(new Failure.Expired("sign-in.thoughtspot-token", ""));
        return open;
    }

    synchronized Optional<WebhookService> service() {
        return Optional.ofNullable(open).map(Open::service);
    }

    WebhookService required() {
        return current().service();
    }

    /** The connection stays; what it signs in with is another one, which is ours from now on. */
    private synchronized void exchange(SignIn former, SignIn next) {
        Open now = open;
        if (now == null || !now.signIn().equals(former)) {
            next.secret().close();
            return;
        }
        open = new Open(now.host(), next, now.service());
        former.secret().close();
    }
}
