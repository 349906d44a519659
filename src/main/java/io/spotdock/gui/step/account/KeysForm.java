package io.spotdock.gui.step.account;

import io.spotdock.domain.AccessKeyId;
import io.spotdock.domain.Secret;
import io.spotdock.gui.step.Entry;
import io.spotdock.port.CloudConnector.SignIn;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Access keys as they are typed, but for what is secret in them: that stays in its fields until it is used. */
public final class KeysForm {
    private final Entry id = new Entry(text -> AccessKeyId.parse(text).bad());
    private final BooleanProperty secretEntered = new SimpleBooleanProperty();
    private final BooleanBinding complete =
            Bindings.createBooleanBinding(() -> !id.isBlank() && secretEntered.get(), id.text(), secretEntered);

    public Entry id() {
        return id;
    }

    public BooleanProperty secretEntered() {
        return secretEntered;
    }

    public BooleanBinding complete() {
        return complete;
    }

    /** Empty, and the secrets wiped, when the ID is none. */
    Optional<SignIn> signIn(Secret secret, Secret session) {
        Optional<AccessKeyId> key = AccessKeyId.parse(id.value()).good();
        if (key.isEmpty()) {
            id.left();
            secret.close();
            session.close();
            return Optional.empty();
        }
        Optional<Secret> token = Optional.of(session).filter(it -> !it.isEmpty());
        if (token.isEmpty()) session.close();
        return Optional.of(new SignIn.Keys(key.get(), secret, token));
    }
}
