package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ThoughtSpotHost;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.hosting.SignInForm.Way;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.port.Keychain.Item;
import io.spotdock.service.Connected;
import io.spotdock.service.KeptSignIns;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * The sign-in in the system's keychain: put there when the person wants it, told of before it is used, and taken out on
 * request. What is kept is known by Spotdock's own record, so that the keychain is asked only by a press of a button.
 */
public final class Keeping {
    private final Place place;
    private final SignInForm form;
    private final Activity looking;
    private final Activity working;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(Sight.NOTHING);
    private Shelf shelf = new Shelf(Optional.empty(), List.of());
    private Optional<Notice> trouble = Optional.empty();

    /** What the computer offers, and what is kept on it. */
    private record Shelf(Optional<Fault> hindrance, List<Item> kept) {}

    /**
     * What is to be seen of it.
     *
     * @param offered never in a sandbox, whose token is worth nothing
     * @param hindrance why this sign-in can't be kept
     * @param kept what is kept for the cluster that is entered, or connected to
     * @param trouble why the keychain did not do as it was asked
     */
    public record Sight(boolean offered, Optional<Fault> hindrance, Optional<Item> kept, Optional<Notice> trouble) {
        static final Sight NOTHING = new Sight(false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Keeping(Place place, SignInForm form) {
        this.place = place;
        this.form = form;
        looking = new Activity(place.operations());
        working = new Activity(place.operations());
        refresh();
        form.host().text().subscribe(this::settle);
        form.way().subscribe(this::settle);
        place.known().subscribe(this::refresh);
    }

    /** What was said of another sign-in holds no longer. */
    private void settle() {
        trouble = Optional.empty();
        refresh();
    }

    private void refresh() {
        Optional<Fault> hindrance = form.way().get() == Way.SECRET_KEY
                ? Optional.of(Fault.of("fault.keychain.secret-key"))
                : shelf.hindrance();
        if (hindrance.isPresent()) wanted.set(false);
        sight.set(place.inSandbox() ? Sight.NOTHING : new Sight(true, hindrance, kept(), trouble));
    }

    private Optional<Item> kept() {
        Optional<ThoughtSpotHost> host = place.known()
                .get()
                .thoughtSpot()
                .map(Connected::host)
                .or(() -> ThoughtSpotHost.parse(form.host().value()).good());
        return shelf.kept().stream()
                .filter(item -> host.equals(Optional.of(item.host())))
                .findFirst();
    }

    /** Reads the record; asks no keychain. */
    void look() {
        if (place.inSandbox()) return;
        KeptSignIns signIns = place.setup().signIns();
        looking.start(() -> new Shelf(signIns.hindrance(), signIns.list()), found -> {
            shelf = found;
            refresh();
        });
    }

    /** What the system calls its keychain. */
    public Fault keychain() {
        return place.setup().signIns().keychain();
    }

    /** Whether the next sign-in is to be kept; not unless the person says so. */
    public BooleanProperty wanted() {
        return wanted;
    }

    public ReadOnlyObjectProperty<Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /** The keychain at work; it may be waiting for the person. */
    public Activity working() {
        return working;
    }

    /** Keeps the sign-in that ThoughtSpot has just accepted, where that is wanted. */
    void signedIn() {
        settle();
        if (!wanted.get() || !sight.get().offered()) return;
        wanted.set(false);
        work(() -> place.setup().keepSignIn(), "wizard.hosting.keychain.not-kept");
    }

    /** Takes out what is kept for this cluster. */
    public void forget() {
        sight.get().kept().ifPresent(item -> {
            KeptSignIns signIns = place.setup().signIns();
            work(
                    () -> {
                        signIns.forget(item);
                        return item;
                    },
                    "wizard.hosting.keychain.not-forgotten");
        });
    }

    /** Why what is kept did not sign in. */
    void refused(Failure failure) {
        tell(
                failure instanceof Failure.Expired
                        ? new Notice(
                                Notice.Kind.WARNING,
                                Fault.of("wizard.hosting.keychain.refused"),
                                Fault.of("wizard.hosting.keychain.refused.text"),
                                failure.said())
                        : because("wizard.hosting.keychain.not-used", failure));
        look();
    }

    private void work(Supplier<Item> task, String failed) {
        trouble = Optional.empty();
        refresh();
        working.start(task, Ending.of(_ -> look(), why -> tell(because(failed, why)), this::look));
    }

    private void tell(Notice notice) {
        trouble = Optional.of(notice);
        refresh();
    }

    private static Notice because(String title, Failure failure) {
        Fault text = failure instanceof Failure.Invalid invalid
                ? invalid.fault()
                : Notice.of(failure).text();
        return new Notice(Notice.Kind.WARNING, Fault.of(title), text, failure.said());
    }
}
