package io.spotdock.service;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.RegionName;
import io.spotdock.port.Cloud;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.CloudConnector.SignIn;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The sign-in to AWS of a setup. It owns keys that were typed, and wipes them when they are of no more use. Thread-safe. */
final class AwsSession {
    private final CloudConnector clouds;
    private @Nullable Open open;

    private record Open(SignIn how, Cloud cloud, Caller caller) {}

    AwsSession(CloudConnector clouds, Renewals renewals) {
        this.clouds = clouds.renewing(lapse -> renewals.aws(new OwnedLapse<>(lapse, this::exchange, SignIn::wipe)));
    }

    Caller signIn(SignIn how, RegionName region) {
        try {
            Cloud cloud = clouds.connect(how, region);
            Caller caller = cloud.tokens().whoAmI();
            keep(new Open(how, cloud, caller));
            return caller;
        } catch (RuntimeException e) {
            how.wipe();
            throw e;
        }
    }

    private synchronized void keep(Open opened) {
        // One that was given up when it had all but ended must not take the place of the one made instead.
        if (Thread.currentThread().isInterrupted()) throw new CancellationException("the sign-in was given up");
        signOut();
        open = opened;
    }

    synchronized void signOut() {
        if (open != null) open.how().wipe();
        open = null;
    }

    /** The clients stay; what they sign in with is another one, which is ours from now on. */
    private synchronized void exchange(SignIn former, SignIn next) {
        if (open == null || !open.how().equals(former)) {
            next.wipe();
            return;
        }
        open = new Open(next, open.cloud(), open.caller());
        former.wipe();
    }

    Cloud cloud() {
        return current().cloud();
    }

    Caller caller() {
        return current().caller();
    }

    private synchronized Open current() {
        if (open == null) throw new FailureException(new Failure.Expired("sign-in.aws-none", ""));
        return open;
    }
}
