package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Secret;
import io.spotdock.domain.SecretReference;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.TypedSecret;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A secret that is typed: it goes into the setup's keeping, and the draft holds the name it has there. A reference that a
 * settings file names is kept until something is typed in its place.
 */
public final class SecretAnswer {
    private final Place place;
    private final Field field;
    private final Runnable retyped;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private boolean insisted;
    private boolean following;

    /** {@code retyped} hears of every change, as the draft shows only the first. */
    SecretAnswer(Place place, Field field, Runnable retyped) {
        this.place = place;
        this.field = field;
        this.retyped = retyped;
        place.draft().subscribe(_ -> tell());
        text.subscribe((_, now) -> typed(now));
    }

    private void typed(String now) {
        if (following || now.isEmpty() && !isTyped()) return;
        try (Secret secret = Secret.of(now)) {
            place.setup().enter(TypedSecret.of(field), secret.use(Secret::of));
        }
        place.publish(draft -> now.isEmpty()
                ? draft.without(field)
                : draft.with(field, TypedSecret.of(field).toString()));
        retyped.run();
    }

    private boolean isTyped() {
        return reference().filter(TypedSecret::isMeant).isPresent();
    }

    private Optional<String> reference() {
        return place.draft().get().text(field);
    }

    /** Another setup may be under way than the one it was typed into: what that does not hold has to be typed again. */
    void enter() {
        if (isTyped() && !place.setup().holds(TypedSecret.of(field))) place.publish(draft -> draft.without(field));
        if (!isTyped()) forget();
    }

    /** Forgets what was typed here; the setup keeps it as long as the draft names it. */
    void forget() {
        following = true;
        text.set("");
        following = false;
    }

    void insist() {
        insisted = true;
        tell();
    }

    private void tell() {
        Draft draft = place.draft().get();
        Optional<Fault> wrong = draft.problemsOf(field).stream()
                .map(problem -> problem.fault())
                .findFirst()
                .or(() -> draft.has(field) ? Optional.empty() : Optional.of(Fault.of("fault.required")));
        if (wrong.isEmpty()) insisted = false;
        Optional<String> elsewhere = reference().filter(text -> !TypedSecret.isMeant(text));
        if (insisted && wrong.isPresent()) remark.set(Remark.of(Kind.ERROR, wrong.get()));
        else if (elsewhere.isPresent() && wrong.isEmpty()) remark.set(found(elsewhere.get()));
        else remark.set(Remark.NONE);
    }

    private Remark found(String elsewhere) {
        return SecretReference.parse(elsewhere)
                .good()
                .flatMap(reference -> place.setup().wrongWith(reference))
                .map(fault -> Remark.of(Kind.LOOK, fault))
                .orElseGet(() -> Remark.of(Kind.KNOW, "wizard.webhook.secret.elsewhere", elsewhere));
    }

    public Field field() {
        return field;
    }

    public StringProperty text() {
        return text;
    }

    public ReadOnlyObjectProperty<Remark> remark() {
        return remark.getReadOnlyProperty();
    }
}
