package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.step.Entry;
import io.spotdock.gui.step.Notice;
import io.spotdock.port.WebhookConnector.SignIn;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What is entered to connect, but for the secret: that goes from its field into a {@link Secret} at the moment it is
 * used.
 */
public final class SignInForm {
    /** How to sign in. */
    public enum Way {
        TOKEN,
        PASSWORD,
        SECRET_KEY
    }

    private final Entry host = new Entry(text -> ThoughtSpotHost.parse(text).bad());
    private final Entry user = new Entry(_ -> Optional.empty());
    private final Entry org = new Entry(_ -> Optional.empty());
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.TOKEN);
    private final BooleanProperty secretEntered = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<Fault>> secretFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanBinding complete =
            Bindings.createBooleanBinding(this::isComplete, host.text(), user.text(), way, secretEntered);

    SignInForm() {
        way.subscribe(_ -> clearFaults());
        host.text().subscribe(_ -> notice.set(Optional.empty()));
        user.text().subscribe(_ -> secretFault.set(Optional.empty()));
    }

    public Entry host() {
        return host;
    }

    /** The user's name; asked for unless a token is given. */
    public Entry user() {
        return user;
    }

    /** The Org to enter; asked for only where the draft names one. */
    public Entry org() {
        return org;
    }

    public ObjectProperty<Way> way() {
        return way;
    }

    /** Whether there is something in the secret's field. */
    public BooleanProperty secretEntered() {
        return secretEntered;
    }

    public ReadOnlyObjectProperty<Optional<Fault>> secretFault() {
        return secretFault.getReadOnlyProperty();
    }

    /** A failure that no single field is to blame for. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether everything is there that is needed to connect. */
    public BooleanBinding complete() {
        return complete;
    }

    private boolean isComplete() {
        return !host.isBlank() && secretEntered.get() && (way.get() == Way.TOKEN || !user.isBlank());
    }

    /** The secret in its field has changed, so that what was said of it holds no longer. */
    public void secretChanged(boolean entered) {
        secretEntered.set(entered);
        clearFaults();
    }

    void clearFaults() {
        secretFault.set(Optional.empty());
        notice.set(Optional.empty());
    }

    SignIn signIn(Secret secret) {
        return switch (way.get()) {
            case TOKEN -> new SignIn.Token(secret);
            case PASSWORD -> new SignIn.Password(user.value(), secret);
            case SECRET_KEY -> new SignIn.SecretKey(user.value(), secret);
        };
    }

    /** Shows a failure where it is mended. */
    void refused(Failure failure) {
        switch (failure) {
            case Failure.Expired expired -> secretFault.set(Optional.of(ofSecret(expired.signIn())));
            case Failure.Unreachable lost ->
                notice.set(Optional.of(Notice.unreachable(lost, Fault.of("wizard.hosting.unreachable"))));
            case Failure.Invalid(String field, Fault fault, String _)
            when field.equals("thoughtspot.host") -> host.refuse(fault);
            case Failure.Invalid(String field, Fault fault, String _)
            when field.equals("thoughtspot.org") -> org.refuse(fault);
            case Failure.Invalid _,
                    Failure.Denied _,
                    Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Throttled _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ -> notice.set(Optional.of(Notice.of(failure)));
        }
    }

    private Fault ofSecret(String signIn) {
        if (signIn.equals("sign-in.thoughtspot-mfa")) return Fault.of("wizard.hosting.wants-second-factor");
        return Fault.of(
                switch (way.get()) {
                    case TOKEN -> "wizard.hosting.token-refused";
                    case PASSWORD -> "wizard.hosting.password-refused";
                    case SECRET_KEY -> "wizard.hosting.secret-key-refused";
                });
    }
}
