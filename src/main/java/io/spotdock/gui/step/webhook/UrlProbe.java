package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Loopback;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Operation;
import io.spotdock.port.ReceiverHealth;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether the URL answers from here, which is worth knowing and proves nothing. */
final class UrlProbe {
    private static final Duration SETTLED = Duration.ofMillis(400);

    private final Place place;
    private final DraftEntry url;
    private final Activity asking;
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private Optional<WebhookUrl> asked = Optional.empty();
    private Optional<ReceiverHealth> health = Optional.empty();
    private Operation delay = Operation.NONE;

    UrlProbe(Place place, DraftEntry url) {
        this.place = place;
        this.url = url;
        asking = new Activity(place.operations());
        url.text().subscribe(_ -> look());
        url.told().subscribe(_ -> tell());
        asking.slow().subscribe(_ -> tell());
    }

    /** Asks as soon as the person has come to a rest. */
    void look() {
        Optional<WebhookUrl> wanted = WebhookUrl.parse(url.text().get()).good();
        if (wanted.equals(asked)) return;
        asked = wanted;
        health = Optional.empty();
        delay.cancel();
        asking.cancel();
        wanted.ifPresent(one -> delay = place.operations().after(SETTLED, () -> ask(one)));
        tell();
    }

    private void ask(WebhookUrl wanted) {
        var setup = place.setup();
        asking.start(() -> setup.probe(wanted), said -> {
            health = Optional.of(said);
            tell();
        });
    }

    private void tell() {
        Optional<Fault> wrong = url.told().get();
        if (wrong.isPresent()) remark.set(Remark.of(Kind.ERROR, wrong.get()));
        else if (asking.slow().get()) remark.set(Remark.of(Kind.CHECKING, "wizard.webhook.url.checking"));
        else remark.set(health.map(this::told).orElse(Remark.NONE));
    }

    private Remark told(ReceiverHealth health) {
        boolean local =
                asked.filter(one -> Loopback.names(one.value().getHost())).isPresent();
        return UrlRemark.of(health, local);
    }

    ReadOnlyObjectProperty<Remark> remark() {
        return remark.getReadOnlyProperty();
    }
}
