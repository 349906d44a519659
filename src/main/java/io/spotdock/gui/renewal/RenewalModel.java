package io.spotdock.gui.renewal;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.account.SignInModel;
import io.spotdock.gui.step.account.Way;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Pages;
import io.spotdock.port.CloudConnector;
import io.spotdock.port.WebhookConnector;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Being signed in again while something waits for it. */
public final class RenewalModel implements SignInModel.Entrance {
    private final Pausing pausing;
    private final SignInModel signIn;
    private final Activity connecting;
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param pages opens AWS's page for signing in by SSO */
    public RenewalModel(Place place, Pages pages, Pausing pausing) {
        this.pausing = pausing;
        signIn = new SignInModel(place, pages, this);
        connecting = new Activity(place.operations());
        pausing.pause().subscribe(this::begin);
    }

    /** What waits now. */
    public ReadOnlyObjectProperty<Optional<Pause>> pause() {
        return pausing.pause();
    }

    /** What it takes to be signed in to AWS. */
    public SignInModel signIn() {
        return signIn;
    }

    /** Whether ThoughtSpot is being asked. */
    public Activity connecting() {
        return connecting;
    }

    /** Why ThoughtSpot did not take what was entered. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    private void begin(Optional<Pause> now) {
        signIn.stop();
        connecting.cancel();
        notice.set(Optional.empty());
        if (now.isPresent() && now.get() instanceof Pause.OfAws aws)
            signIn.resume(Way.again(aws.lapse().signIn(), aws.lapse().where()), aws.back());
    }

    @Override
    public Supplier<Runnable> entering(Way way, CloudConnector.SignIn how) {
        Pause.OfAws aws = aws();
        return () -> {
            aws.lapse().take(how);
            return () -> aws.answer().accept(true);
        };
    }

    private Pause.OfAws aws() {
        return (Pause.OfAws) pause().get().orElseThrow();
    }

    /** Access was allowed on AWS's page: the same sign-in is good again. */
    @Override
    public void allowed() {
        signIn.again();
    }

    /** What was renewed elsewhere is read again. */
    public void goOn() {
        signIn.again();
    }

    /** Lets keys be typed in place of what can't be renewed. */
    public void askForKeys() {
        signIn.begin(Way.TYPED);
    }

    /** Signs in to ThoughtSpot with another token, password or key. */
    public void enter(Secret secret) {
        if (!(pause().get().orElse(null) instanceof Pause.OfThoughtSpot paused)) {
            secret.close();
            return;
        }
        WebhookConnector.SignIn next = like(paused.lapse().signIn(), secret);
        notice.set(Optional.empty());
        connecting.start(
                () -> {
                    paused.lapse().take(next);
                    return true;
                },
                Ending.of(
                        _ -> paused.answer().accept(true),
                        why -> notice.set(Optional.of(refused(paused.lapse().signIn(), why))),
                        () -> {}));
    }

    private static WebhookConnector.SignIn like(WebhookConnector.SignIn former, Secret secret) {
        return switch (former) {
            case WebhookConnector.SignIn.Token _ -> new WebhookConnector.SignIn.Token(secret);
            case WebhookConnector.SignIn.Password password ->
                new WebhookConnector.SignIn.Password(password.user(), secret);
            case WebhookConnector.SignIn.SecretKey key -> new WebhookConnector.SignIn.SecretKey(key.user(), secret);
        };
    }

    private static Notice refused(WebhookConnector.SignIn former, Failure failure) {
        return switch (failure) {
            case Failure.Expired expired ->
                Notice.danger(
                        Fault.of(
                                switch (former) {
                                    case WebhookConnector.SignIn.Token _ -> "wizard.hosting.token-refused";
                                    case WebhookConnector.SignIn.Password _ -> "wizard.hosting.password-refused";
                                    case WebhookConnector.SignIn.SecretKey _ -> "wizard.hosting.secret-key-refused";
                                }),
                        Standing.plain(""),
                        expired.said());
            // Such a sentence says what to do.
            case Failure.Invalid invalid -> Notice.danger(invalid.fault(), Standing.plain(""), invalid.said());
            case Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> Notice.of(failure);
        };
    }

    /** No other sign-in will come: what waits ends with the failure. */
    public void stop() {
        pause().get().ifPresent(now -> now.answer().accept(false));
    }
}
