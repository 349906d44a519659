package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.CloudPool;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * {@link CloudPool}: one HTTP client and one timer for each profile, one set of credentials for each sign-in, and one pace
 * for each account. Taking on roles has a pace of its own for each sign-in that does so: that is STS's, wherever the role
 * is.
 */
final class AwsPool implements CloudPool {
    private final AwsConnector connector;
    private final Supplier<RetryStrategy> adaptive;
    private final AwsFailures failures;
    private final Map<SignIn, ClientSettings> settings = new HashMap<>();
    private final Map<SignIn, Lasting> credentials = new HashMap<>();
    private final Map<Object, SharedRetries> paces = new HashMap<>();
    private final Map<Key, Cloud> clouds = new HashMap<>();

    private record Key(SignIn how, AccountId account, RegionName region) {}

    AwsPool(AwsConnector connector, Supplier<RetryStrategy> adaptive) {
        this.connector = connector;
        this.adaptive = adaptive;
        this.failures = connector.failures();
    }

    @Override
    public synchronized Cloud connect(SignIn how, AccountId account, RegionName region) {
        Key key = new Key(how, account, region);
        Cloud known = clouds.get(key);
        if (known != null) return known;
        ClientSettings own = settings(how, region).shared(region, pace(account));
        Cloud made = connector.cloud(own, credentials(how, region), failures);
        clouds.put(key, made);
        return made;
    }

    private ClientSettings settings(SignIn how, RegionName region) {
        if (how instanceof SignIn.InRole(SignIn base, RoleArn _)) return settings(base, region);
        return settings.computeIfAbsent(how, _ -> connector.settings(how, region));
    }

    /** The role's region is the first that is asked for: its credentials serve all of the partition. */
    private Lasting credentials(SignIn how, RegionName region) {
        Lasting known = credentials.get(how);
        if (known != null) return known;
        Lasting made = switch (how) {
            case SignIn.InRole(SignIn base, RoleArn role) ->
                connector.inRole(
                        role, credentials(base, region), settings(base, region).shared(region, pace(base)), failures);
            case SignIn.ByDefault _, SignIn.OfProfile _, SignIn.WithCode _, SignIn.Keys _ ->
                connector.credentials(how, settings(how, region).shared(region, pace(how)), failures);
        };
        credentials.put(how, made);
        return made;
    }

    /** @param whose an account, or a sign-in that takes on roles */
    private SharedRetries pace(Object whose) {
        return paces.computeIfAbsent(whose, _ -> new SharedRetries(adaptive.get()));
    }

    @Override
    public synchronized void close() {
        paces.values().forEach(SharedRetries::close);
        settings.values().forEach(each -> each.timer().shutdown());
    }
}
