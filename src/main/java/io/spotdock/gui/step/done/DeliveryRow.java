package io.spotdock.gui.step.done;

import io.spotdock.check.DeliveredFile;
import io.spotdock.check.Delivery;
import io.spotdock.domain.Fault;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.State;
import io.spotdock.gui.control.StatusRow;
import io.spotdock.gui.step.RemedyText;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A delivery in one row: how it went, what it was, its file or why there is none, and when. */
record DeliveryRow(Texts texts, ZoneId zone) {
    StatusRow of(Delivery delivery) {
        StatusRow row = new StatusRow(name(delivery));
        row.setState(state(delivery), word(delivery));
        row.setLabel(time(delivery));
        if (!(delivery.file() instanceof DeliveredFile.None)) row.setEvidence(file(delivery.file()));
        delivery.cause()
                .ifPresent(cause -> row.setFailure(
                        texts.of(cause.evidence()),
                        delivery.job().detail(),
                        new RemedyText(texts).of(cause.remedy()),
                        CopyButton.withText(
                                texts.get("wizard.copy-details"),
                                texts.get("wizard.copied"),
                                () -> delivery.id() + "\n" + texts.of(cause.evidence()) + "\n"
                                        + delivery.job().detail())));
        return row;
    }

    private String name(Delivery delivery) {
        return delivery.schedule().map(schedule -> schedule.name()).orElseGet(() -> texts.get("delivery.validation"));
    }

    private String word(Delivery delivery) {
        return texts.get("delivery.status." + delivery.status().name().toLowerCase(Locale.ROOT));
    }

    private static State state(Delivery delivery) {
        return switch (delivery.status()) {
            case SUCCESS -> delivery.file() instanceof DeliveredFile.NotFound ? State.WARNED : State.PASSED;
            case FAILED -> State.FAILED;
            case RETRY -> State.WARNED;
            case PENDING -> State.TODO;
            case UNKNOWN -> State.NOTED;
        };
    }

    /** The key is for machines. */
    private String file(DeliveredFile file) {
        Fault told = file.sentence();
        if (!(file instanceof DeliveredFile.Found found)) return texts.of(told);
        return texts.get(
                told.key(), "`" + found.file().key() + "`", found.file().size());
    }

    private String time(Delivery delivery) {
        return delivery.at()
                .map(at -> DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(at.atZone(zone)))
                .orElse("");
    }
}
