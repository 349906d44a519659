package io.spotdock.aws;

import io.spotdock.domain.AccountId;
import io.spotdock.domain.Caller;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.CloudConnector.SignIn;
import io.spotdock.port.Relay;
import io.spotdock.port.Renewal;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials of a sign-in that others take the place of, underneath the clients that use them, when it runs out. Before it
 * has worked once it is not renewed: then it is the sign-in that is wrong. Thread-safe.
 */
final class RenewableCredentials implements Lasting {
    private final Function<SignIn, AwsCredentialsProvider> open;
    private final Function<AwsCredentialsProvider, Caller> ask;
    private final Renewal<SignIn> renewal;
    private final Relay<Held> relay;
    private volatile Optional<AccountId> account = Optional.empty();

    private record Held(SignIn how, AwsCredentialsProvider provider, int generation) {}

    /**
     * Asks for nothing yet.
     *
     * @param open credentials of a sign-in; reads files anew
     * @param ask whose credentials are
     */
    RenewableCredentials(
            SignIn how,
            AwsCredentialsProvider provider,
            Function<SignIn, AwsCredentialsProvider> open,
            Function<AwsCredentialsProvider, Caller> ask,
            Renewal<SignIn> renewal) {
        this.relay = new Relay<>(new Held(how, provider, 0));
        this.open = open;
        this.ask = ask;
        this.renewal = renewal;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return relay.now().provider().resolveCredentials();
    }

    @Override
    public int generation() {
        return relay.now().generation();
    }

    @Override
    public void belongTo(Caller caller) {
        account = Optional.of(caller.account());
    }

    /**
     * Makes a call, and again with other credentials where AWS says that these have run out. AWS looks at who is calling before
     * it looks at what is called for, so that such a call has done nothing, and may be repeated whatever it was.
     */
    @Override
    public <R> R through(Supplier<R> call) {
        for (boolean first = true; ; first = false) {
            boolean mayReadAgain = first;
            Relay.Turn<Held> turn = relay.turn();
            try {
                return call.get();
            } catch (FailureException e) {
                boolean again = e.failure() instanceof Failure.Expired why
                        && account.isPresent()
                        && relay.isPassedOn(turn, used -> next(new Lapsed(used, account.get(), why), mayReadAgain));
                if (!again) throw e;
            }
        }
    }

    private boolean next(Lapsed lapsed, boolean mayReadAgain) {
        return mayReadAgain && readAgain(lapsed) || renewal.renew(lapsed);
    }

    /** Perhaps the file or the program that it came from gives a better one by now, and nobody need be asked. */
    private static boolean readAgain(Lapsed lapsed) {
        boolean typed = lapsed.signIn() instanceof SignIn.Keys || lapsed.signIn() instanceof SignIn.WithCode;
        if (typed) return false;
        try {
            lapsed.take(lapsed.signIn());
            return true;
        } catch (FailureException _) {
            return false;
        }
    }

    private final class Lapsed implements Renewal.Lapse<SignIn> {
        private final Held used;
        private final AccountId whose;
        private final Failure.Expired why;

        Lapsed(Held used, AccountId whose, Failure.Expired why) {
            this.used = used;
            this.whose = whose;
            this.why = why;
        }

        @Override
        public String where() {
            return whose.value();
        }

        @Override
        public SignIn signIn() {
            return used.how();
        }

        @Override
        public Failure.Expired why() {
            return why;
        }

        @Override
        public void take(SignIn other) {
            AwsCredentialsProvider provider = open.apply(other);
            Caller caller = ask.apply(provider);
            if (!caller.account().equals(whose))
                throw new FailureException(new Failure.Invalid(
                        "aws.account-id",
                        Fault.of("fault.renewal.account", whose, caller.account(), caller.arn()),
                        ""));
            relay.take(new Held(other, provider, relay.now().generation() + 1));
        }
    }
}
