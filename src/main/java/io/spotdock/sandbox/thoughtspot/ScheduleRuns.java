package io.spotdock.sandbox.thoughtspot;

import io.spotdock.sandbox.control.Faults;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Delivers the Liveboards whose time has come. The clock is looked at with each request, so nothing runs in the
 * background; a time that was missed is made up for once. E-mails are imitated as sent.
 */
final class ScheduleRuns {
    private final Schedules schedules;
    private final Webhooks webhooks;
    private final Preferences preferences;
    private final Courier courier;
    private final Jobs jobs;
    private final Faults faults;
    private final InstantSource clock;

    ScheduleRuns(
            Schedules schedules,
            Webhooks webhooks,
            Preferences preferences,
            Courier courier,
            Jobs jobs,
            Faults faults,
            InstantSource clock) {
        this.schedules = schedules;
        this.webhooks = webhooks;
        this.preferences = preferences;
        this.courier = courier;
        this.jobs = jobs;
        this.faults = faults;
        this.clock = clock;
    }

    void runDue() {
        for (Schedule schedule : schedules.takeDue()) schedules.ran(schedule.id(), run(schedule));
    }

    private Schedule.Run run(Schedule schedule) {
        if (schedule.fileFormat().equals("CSV") && schedule.liveboard().mixed())
            return ended(false, "CSV is not supported for a Liveboard with charts and tables");
        Session author = schedule.author();
        List<String> channels = preferences.inForce(author.org());
        Optional<StoredWebhook> webhook = webhooks.of(author.org()).stream()
                .filter(one -> !one.isDisabled() && channels.contains("WEBHOOK"))
                .findFirst();
        if (webhook.isEmpty())
            return channels.contains("EMAIL")
                    ? ended(true, "Sent by e-mail")
                    : ended(false, "No channel to deliver by: the webhook is missing or disabled");
        String file = schedule.name().replaceAll("[^A-Za-z0-9_-]+", "-") + "-"
                + clock.instant().toEpochMilli() + "."
                + schedule.fileFormat().toLowerCase(java.util.Locale.ROOT);
        String runId = UUID.randomUUID().toString();
        Courier.Outcome outcome = courier.deliver(
                webhook.get(),
                author.user(),
                new Payload(clock.instant()).of(webhook.get(), schedule, runId),
                new Courier.Parcel(file, type(schedule), content(schedule)));
        Jobs.Job job = jobs.delivered(
                webhook.get(),
                new Jobs.About(schedule.id(), Optional.of(schedule.name()), Optional.of(runId)),
                author.user(),
                outcome);
        return new Schedule.Run(runId, clock.instant(), job.status() == Jobs.Status.SUCCESS, job.detail());
    }

    private Schedule.Run ended(boolean passed, String detail) {
        return new Schedule.Run(UUID.randomUUID().toString(), clock.instant(), passed, detail);
    }

    private static String type(Schedule schedule) {
        return switch (schedule.fileFormat()) {
            case "PDF" -> "application/pdf";
            case "CSV" -> "text/csv";
            default -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        };
    }

    /** A PDF without {@code pdf_options} may come out empty, so here it does. */
    private byte[] content(Schedule schedule) {
        if (ThoughtSpotFault.EMPTY_FILE.isOn(faults)) return new byte[0];
        String text = switch (schedule.fileFormat()) {
            case "PDF" -> schedule.hasPdfOptions() ? "%PDF-1.4\n% sandbox\n%%EOF\n" : "";
            case "CSV" -> "Region,Sales\nNorth,1\nSouth,2\n";
            default -> "PK sandbox";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
