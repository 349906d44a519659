package io.spotdock.cli;

import io.spotdock.check.Cause;
import io.spotdock.check.DeliveredFile;
import io.spotdock.check.Delivery;
import io.spotdock.port.DeliveryHistory.Status;
import io.spotdock.port.Schedules;
import io.spotdock.text.Texts;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A delivery for people, a line and what explains it; and for programs, whose names stay as they are. */
record DeliveryForms(Texts texts, Style style) {
    private static final int NAME = 34;
    private static final int WORD = 15;
    private static final String INDENT = " ".repeat(22);

    String line(Delivery delivery) {
        StringBuilder text = new StringBuilder();
        text.append(delivery.at()
                        .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse("-".repeat(20)))
                .append("  ")
                .append(word(delivery))
                .append(wide(name(delivery), NAME));
        if (!(delivery.file() instanceof DeliveredFile.None))
            text.append(texts.of(delivery.file().sentence()));
        text.append('\n');
        if (delivery.job().tries() > 1)
            indented(text, texts.get("cli.delivery.tries", delivery.job().tries()));
        delivery.cause().ifPresent(cause -> {
            indented(text, texts.of(cause.evidence()));
            if (!delivery.job().detail().isBlank())
                indented(text, style.quiet(texts.get("cli.said", delivery.job().detail())));
            indented(text, texts.of(cause.remedy()));
        });
        return text.toString();
    }

    /** By its schedule, and the Liveboard in brackets where that is called otherwise. */
    private String name(Delivery delivery) {
        return delivery.schedule()
                .map(schedule -> schedule.name().equals(schedule.liveboard().name())
                                || schedule.liveboard().name().isEmpty()
                        ? schedule.name()
                        : schedule.name() + " (" + schedule.liveboard().name() + ")")
                .orElseGet(() -> texts.get("delivery.validation"));
    }

    private String word(Delivery delivery) {
        String word = wide(texts.get("delivery.status." + id(delivery.status())), WORD);
        return switch (delivery.status()) {
            case SUCCESS -> style.good(word);
            case FAILED -> style.bad(word);
            case RETRY, PENDING -> style.look(word);
            case UNKNOWN -> style.quiet(word);
        };
    }

    private static String wide(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static void indented(StringBuilder text, String lines) {
        lines.lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    private static String id(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    Map<String, Object> json(Delivery delivery) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", delivery.id());
        form.put("kind", delivery.isValidation() ? "validation" : "schedule");
        delivery.schedule().map(Schedules.Schedule::name).ifPresent(name -> form.put("schedule", name));
        delivery.schedule()
                .map(schedule -> schedule.liveboard().name())
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> form.put("liveboard", name));
        form.put("status", id(delivery.status()));
        delivery.at().ifPresent(at -> form.put("at", at.toString()));
        form.put("tries", delivery.job().tries());
        switch (delivery.file()) {
            case DeliveredFile.Found found -> {
                form.put(
                        "file",
                        Map.of(
                                "key", found.file().key().value(),
                                "size", found.file().size(),
                                "matched", found.byName() ? "name" : "time"));
            }
            case DeliveredFile.None _ -> {}
            case DeliveredFile.NotFound _, DeliveredFile.Removed _, DeliveredFile.Unseen _, DeliveredFile.TooMany _ ->
                form.put("fileNote", texts.of(delivery.file().sentence()));
        }
        form.put("detail", delivery.job().detail());
        delivery.cause().map(Cause::evidence).ifPresent(cause -> form.put("cause", texts.of(cause)));
        delivery.cause().map(Cause::remedy).ifPresent(remedy -> form.put("remedy", texts.of(remedy)));
        return form;
    }
}
