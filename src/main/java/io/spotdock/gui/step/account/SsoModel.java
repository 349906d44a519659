package io.spotdock.gui.step.account;

import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.gui.task.Pages;
import io.spotdock.port.SsoSignIn.DeviceCode;
import io.spotdock.port.SsoSignIn.Pending;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Signing in on a page of AWS: a code to compare, and the wait until access was allowed there. */
public final class SsoModel {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Place place;
    private final Pages pages;
    private final Runnable signedIn;
    private final Activity asking;
    private final Activity waiting;
    private final Activity opening;
    private final ReadOnlyObjectWrapper<String> profile = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<DeviceCode>> code = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Operation clock = Operation.NONE;

    /** @param signedIn called when access was allowed */
    SsoModel(Place place, Pages pages, Runnable signedIn) {
        this.place = place;
        this.pages = pages;
        this.signedIn = signedIn;
        asking = new Activity(place.operations());
        waiting = new Activity(place.operations());
        opening = new Activity(place.operations());
    }

    /** The profile that is signed in to. */
    public ReadOnlyObjectProperty<String> profile() {
        return profile.getReadOnlyProperty();
    }

    /** There while AWS waits for a person. */
    public ReadOnlyObjectProperty<Optional<DeviceCode>> code() {
        return code.getReadOnlyProperty();
    }

    /** How long the code is good. */
    public ReadOnlyObjectProperty<Duration> left() {
        return left.getReadOnlyProperty();
    }

    /** Why it came to nothing. */
    public ReadOnlyObjectProperty<Optional<Notice>> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Opens the page; where there is no browser to be had, its address can still be copied. */
    public void open() {
        code.get()
                .ifPresent(now -> opening.start(
                        () -> pages.open(now.page()),
                        opened -> notice.set(
                                opened
                                        ? Optional.empty()
                                        : Optional.of(Notice.info(
                                                "wizard.account.sso.no-browser",
                                                "wizard.account.sso.no-browser.text")))));
    }

    void begin(String wanted) {
        stop();
        profile.set(wanted);
        asking.start(
                () -> place.setup().beginSso(wanted),
                Ending.of(this::await, why -> notice.set(Optional.of(Notice.of(why))), () -> {}));
    }

    /** Asks for another code. */
    public void again() {
        begin(profile.get());
    }

    private void await(Pending pending) {
        code.set(Optional.of(pending.code()));
        tick();
        clock = place.operations().every(TICK, this::tick);
        waiting.start(
                pending::await,
                Ending.of(
                        _ -> {
                            stop();
                            signedIn.run();
                        },
                        why -> {
                            stop();
                            notice.set(Optional.of(Notice.of(why)));
                        },
                        () -> {}));
    }

    private void tick() {
        code.get().ifPresent(now -> {
            Duration rest = Duration.between(place.operations().clock().instant(), now.expires());
            left.set(rest.isNegative() ? Duration.ZERO : rest);
        });
    }

    void stop() {
        clock.cancel();
        asking.cancel();
        waiting.cancel();
        code.set(Optional.empty());
        notice.set(Optional.empty());
    }
}
