package io.spotdock.sandbox.thoughtspot;

import java.util.Optional;

/** Calls the URLs again that did not answer as they must; looked at with each request, as {@link ScheduleRuns} are. */
final class Retries {
    private final Jobs jobs;
    private final Webhooks webhooks;
    private final Courier courier;

    Retries(Jobs jobs, Webhooks webhooks, Courier courier) {
        this.jobs = jobs;
        this.webhooks = webhooks;
        this.courier = courier;
    }

    /** With the webhook as it is by now; one that is gone has nobody to call. */
    void runDue() {
        for (Jobs.Job job : jobs.takeDue())
            jobs.calledAgain(
                    job,
                    webhooks.find(job.webhook().org(), job.webhook().id())
                            .map(webhook -> courier.callAgain(webhook, job.message()))
                            .orElseGet(() -> new Step.Connection(
                                    Optional.empty(), Optional.of("The webhook does not exist any more"))));
    }
}
