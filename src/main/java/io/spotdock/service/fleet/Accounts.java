package io.spotdock.service.fleet;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Parsed;
import io.spotdock.domain.Partition;
import io.spotdock.domain.RegionName;
import io.spotdock.domain.RoleArn;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.CloudPool;
import io.spotdock.port.Tokens;
import io.spotdock.service.Event;
import io.spotdock.service.Sessions;
import io.spotdock.service.Waiter;
import io.spotdock.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The AWS side of a fleet: who signs in where. A sign-in is looked at once; where it is not in the account already, the
 * fleet's role is taken on with it.
 */
final class Accounts implements AutoCloseable {
    private final CloudPool pool;
    private final Optional<String> role;
    private final CodePrompt codes;
    private final Waiter waiter;
    private final Object asking = new Object();
    private final Kept<SignIn, Base> bases = new Kept<>();
    private final Kept<Key, Cloud> clouds = new Kept<>();

    /** @param account that the sign-in leads into by itself */
    private record Base(SignIn how, AccountId account) {}

    private record Key(SignIn base, AccountId account, RegionName region) {}

    Accounts(CloudPool pool, Optional<String> role, CodePrompt codes, Waiter waiter) {
        this.pool = pool;
        this.role = role;
        this.codes = codes;
        this.waiter = waiter;
    }

    /**
     * The account that settings name, signed in to and sure to be that one.
     *
     * @throws FailureException as {@link Sessions#signIn}; Denied where the role may not be taken on
     */
    Cloud cloud(Settings settings) {
        Key key = key(settings);
        Base base = base(key);
        return clouds.of(key, _ -> patiently(() -> signedIn(key, base, settings)));
    }

    /** Signs in as settings say, wherever that leads. */
    void start(Settings settings) {
        base(key(settings));
    }

    private Base base(Key key) {
        return bases.of(key.base(), _ -> patiently(() -> looked(key)));
    }

    /** Many roles are taken on at once. */
    private <T> T patiently(Supplier<T> signIn) {
        return waiter.until("sign-in", Event.Sink.NONE, Failure.Throttled.class::isInstance, signIn);
    }

    private static Key key(Settings settings) {
        Settings.Aws aws = settings.aws();
        return new Key(SignIn.of(aws.profile()), aws.accountId(), aws.region());
    }

    void forgetFailures() {
        bases.forgetFailures();
        clouds.forgetFailures();
    }

    private Cloud signedIn(Key key, Base base, Settings settings) {
        SignIn how = role.isEmpty() || base.account().equals(key.account())
                ? base.how()
                : new SignIn.InRole(base.how(), arn(role.get(), key));
        Sessions sessions = new Sessions((signIn, region) -> pool.connect(signIn, key.account(), region), () -> {
            throw new IllegalStateException("signing in needs no external ID");
        });
        var signedIn = sessions.signIn(how, settings, Optional.empty());
        return known(signedIn.cloud(), signedIn.caller());
    }

    /** One person is asked one thing at a time, whichever sign-ins want a code. */
    private Base looked(Key key) {
        synchronized (asking) {
            return codes.around(
                    key.base(),
                    how -> new Base(
                            how,
                            pool.connect(how, key.account(), key.region())
                                    .tokens()
                                    .whoAmI()
                                    .account()));
        }
    }

    private static RoleArn arn(String role, Key key) {
        Partition partition = key.region().partition();
        return switch (RoleArn.parse("arn:" + partition.id() + ":iam::" + key.account() + ":role/" + role)) {
            case Parsed.Good<RoleArn>(RoleArn arn) -> arn;
            case Parsed.Bad<RoleArn>(Fault fault) ->
                throw new FailureException(new Failure.Invalid("sign-in: role", fault, ""));
        };
    }

    /** The same, which does not ask again who it is. */
    private static Cloud known(Cloud cloud, Caller caller) {
        Tokens tokens = new Tokens() {
            @Override
            public Caller whoAmI() {
                return caller;
            }

            @Override
            public Optional<Duration> clockSkew() {
                return cloud.tokens().clockSkew();
            }
        };
        return new Cloud(
                tokens,
                cloud.buckets(),
                cloud.objects(),
                cloud.roles(),
                cloud.identityProviders(),
                cloud.permissions(),
                cloud.events(),
                cloud.assumptions(),
                cloud.keys());
    }

    @Override
    public void close() {
        pool.close();
    }
}
