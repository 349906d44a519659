package io.spotdock.gui.step.webhook;

import io.spotdock.domain.Fault;
import io.spotdock.domain.WebhookUrl;
import io.spotdock.gui.step.DraftEntry;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.step.Remark;
import io.spotdock.gui.step.Remark.Kind;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Operation;
import io.spotdock.port.Receivers.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Whether the URL answers from here, which is worth knowing and proves nothing. */
final class UrlProbe {
    private static final Duration SETTLED = Duration.ofMillis(400);
    /** ThoughtSpot, "Webhooks for Liveboard schedule events". */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Place place;
    private final DraftEntry url;
    private final Activity asking;
    private final ReadOnlyObjectWrapper<Remark> remark = new ReadOnlyObjectWrapper<>(Remark.NONE);
    private Optional<WebhookUrl> asked = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
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
        answer = Optional.empty();
        delay.cancel();
        asking.cancel();
        wanted.ifPresent(one -> delay = place.operations().after(SETTLED, () -> ask(one)));
        tell();
    }

    private void ask(WebhookUrl wanted) {
        var setup = place.setup();
        asking.start(() -> setup.probe(wanted), said -> {
            answer = Optional.of(said);
            tell();
        });
    }

    private void tell() {
        Optional<Fault> wrong = url.told().get();
        if (wrong.isPresent()) remark.set(Remark.of(Kind.ERROR, wrong.get()));
        else if (asking.slow().get()) remark.set(Remark.of(Kind.CHECKING, "wizard.webhook.url.checking"));
        else remark.set(answer.map(UrlProbe::told).orElse(Remark.NONE));
    }

    private static Remark told(Answer answer) {
        return switch (answer) {
            case Answer.Silent _ -> Remark.of(Kind.LOOK, "wizard.webhook.url.silent");
            case Answer.Answered answered -> {
                String time = String.format(Locale.ROOT, "%.1f", answered.took().toMillis() / 1000.0);
                if (answered.took().compareTo(PATIENCE) > 0)
                    yield Remark.of(Kind.LOOK, "wizard.webhook.url.late", time);
                if (answered.isGood())
                    yield Remark.of(Kind.GOOD, "wizard.webhook.url.answered", answered.status(), time);
                yield answered.isTelling()
                        ? Remark.of(Kind.LOOK, "wizard.webhook.url.refused", answered.status())
                        : Remark.of(Kind.KNOW, "wizard.webhook.url.not-telling", answered.status());
            }
        };
    }

    ReadOnlyObjectProperty<Remark> remark() {
        return remark.getReadOnlyProperty();
    }
}
