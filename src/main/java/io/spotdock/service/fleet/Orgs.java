package io.spotdock.service.fleet;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.port.WebhookConnector;
import io.spotdock.port.WebhookConnector.SignIn;
import io.spotdock.port.WebhookService;
import io.spotdock.settings.Settings;
import io.spotdock.settings.fleet.SignIns;
import io.spotdock.settings.fleet.SignIns.ThoughtSpotSignIn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The ThoughtSpot side of a fleet: a sign-in for each host, a connection for each Org. Owns the secrets it signs in with. */
final class Orgs implements AutoCloseable {
    private final WebhookConnector connector;
    private final Map<ThoughtSpotHost, ThoughtSpotSignIn> hosts;
    private final Function<SecretReference, Secret> secrets;
    private final Supplier<Optional<SignIn>> own;
    private final Kept<Optional<ThoughtSpotHost>, Optional<SignIn>> signIns = new Kept<>();
    private final Kept<Place.Org, WebhookService> services = new Kept<>();

    Orgs(
            WebhookConnector connector,
            SignIns signIns,
            Function<SecretReference, Secret> secrets,
            Supplier<Optional<SignIn>> own) {
        this.connector = connector;
        this.hosts = signIns.thoughtSpot();
        this.secrets = secrets;
        this.own = own;
    }

    static Optional<Place.Org> place(Settings settings) {
        return settings.thoughtSpot()
                .host()
                .map(host -> new Place.Org(host, settings.thoughtSpot().org()));
    }

    /**
     * The Org that settings name, signed in to.
     *
     * @return empty where there is no sign-in, or no host, and it can be done without
     * @throws FailureException Invalid where it can't
     */
    Optional<WebhookService> service(Settings settings, Need need) {
        Optional<Place.Org> place = place(settings);
        boolean needed = need.isOf(settings);
        if (place.isEmpty()) {
            if (needed) throw invalid("thoughtspot.host", "fault.host.webhook");
            return Optional.empty();
        }
        Optional<SignIn> signIn = signIn(place.get().host());
        if (signIn.isEmpty() && needed) throw invalid("SPOTDOCK_TOKEN", "fault.sign-in.missing");
        return signIn.map(how -> services.of(place.get(), org -> entered(org, how)));
    }

    void forgetFailures() {
        signIns.forgetFailures();
        services.forgetFailures();
    }

    /** An Org that is not there, or not for this sign-in, shows when it is entered. */
    private WebhookService entered(Place.Org place, SignIn signIn) {
        WebhookService service = connector.connect(place.host(), signIn, place.org(), secrets);
        try {
            service.user();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private Optional<SignIn> signIn(ThoughtSpotHost host) {
        Optional<ThoughtSpotSignIn> named = Optional.ofNullable(hosts.get(host));
        return signIns.of(named.map(_ -> host), _ -> named.isPresent() ? Optional.of(found(named.get())) : own.get());
    }

    private SignIn found(ThoughtSpotSignIn named) {
        return switch (named) {
            case ThoughtSpotSignIn.Token(SecretReference token) -> new SignIn.Token(secrets.apply(token));
            case ThoughtSpotSignIn.Password(String user, SecretReference password) ->
                new SignIn.Password(user, secrets.apply(password));
            case ThoughtSpotSignIn.SecretKey(String user, SecretReference key) ->
                new SignIn.SecretKey(user, secrets.apply(key));
        };
    }

    private static FailureException invalid(String field, String key) {
        return new FailureException(new Failure.Invalid(field, Fault.of(key), ""));
    }

    @Override
    public void close() {
        services.values().forEach(WebhookService::close);
        signIns.values().forEach(signIn -> signIn.ifPresent(how -> how.secret().close()));
    }
}
