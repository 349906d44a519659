package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.spotdock.sandbox.control.Faults;
import io.spotdock.sandbox.wire.Exchange;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Validation of a channel, and the history of what was sent by it; since 26.4. */
final class ChannelRoutes {
    private static final Set<String> WEBHOOK = Set.of("WEBHOOK");
    private static final Set<String> STATUSES =
            Arrays.stream(Jobs.Status.values()).map(Jobs.Status::name).collect(Collectors.toUnmodifiableSet());

    private final Webhooks webhooks;
    private final Courier courier;
    private final Jobs jobs;
    private final Faults faults;

    ChannelRoutes(Webhooks webhooks, Courier courier, Jobs jobs, Faults faults) {
        this.webhooks = webhooks;
        this.courier = courier;
        this.jobs = jobs;
        this.faults = faults;
    }

    List<Route> routes() {
        return List.of(
                Route.reading("POST", "/system/communication-channels/validate", Route.WEBHOOKS, this::validate),
                Route.reading("POST", "/jobs/history/communication-channels/search", Route.WEBHOOKS, this::history));
    }

    private Exchange.Answer validate(Route.Request request) {
        Body body = request.body();
        body.needOneOf("channel_type", WEBHOOK);
        String identifier = body.needText("channel_identifier");
        body.needOneOf("event_type", WebhookRules.EVENTS);
        body.done();
        StoredWebhook webhook = webhooks.find(request.session().org(), identifier)
                .orElseThrow(() -> ApiError.invalid("Webhook not found: \"" + identifier + "\""));
        if (webhook.isDisabled())
            throw ApiError.invalid("Webhook " + webhook.name() + " is disabled and can't be validated");
        User user = request.session().user();
        Courier.Outcome outcome = courier.rehearse(webhook, user);
        List<Step> steps = outcome.steps();
        Jobs.Job job = jobs.validated(webhook, outcome);
        ObjectNode answer = Replies.object().put("channel_type", "WEBHOOK").put("channel_id", webhook.id());
        answer.put("channel_name", webhook.name()).put("event_type", "LIVEBOARD_SCHEDULE");
        answer.put("job_id", job.id()).put("result_code", result(steps));
        var details = answer.putArray("details");
        steps.forEach(step -> details.add(step.json()));
        return Replies.ok(answer);
    }

    private static String result(List<Step> steps) {
        if (steps.stream().allMatch(Step::passed)) return "SUCCESS";
        return steps.stream().anyMatch(Step::passed) ? "PARTIAL_SUCCESS" : "FAILED";
    }

    /** Wants one job, whatever else is asked for, or else one channel and one event. */
    private Exchange.Answer history(Route.Request request) {
        Body body = request.body();
        body.needOneOf("channel_type", WEBHOOK);
        List<String> ids = body.texts("job_ids");
        List<String> channels = body.texts("channel_identifiers");
        List<Body> events = body.objects("events");
        Optional<String> status = body.oneOf("channel_status", STATUSES);
        long from = body.integer("start_epoch_time_in_millis").orElse(0L);
        long to = body.integer("end_epoch_time_in_millis").orElse(Long.MAX_VALUE);
        List<String> abouts = events.stream()
                .map(event -> {
                    event.needOneOf("type", WebhookRules.EVENTS);
                    return event.needText("identifier");
                })
                .toList();
        body.done();
        boolean oneJob = ids.size() == 1;
        if (!oneJob && (!ids.isEmpty() || channels.size() != 1 || abouts.size() != 1))
            throw ApiError.invalid("Give exactly one job_ids, or exactly one channel_identifiers with one events");
        ObjectNode answer = Replies.object();
        var list = answer.putArray("jobs");
        jobs.recent().stream()
                .filter(job -> job.webhook().org().equals(request.session().org()))
                .filter(job -> oneJob
                        ? ids.contains(job.id())
                        : sent(job, channels.getFirst(), abouts.getFirst())
                                && job.created().toEpochMilli() >= from
                                && job.created().toEpochMilli() <= to)
                .map(this::look)
                .filter(json -> oneJob
                        || status.isEmpty()
                        || status.get().equals(json.path("status").asText()))
                .forEach(list::add);
        return Replies.ok(answer);
    }

    private ObjectNode look(Jobs.Job job) {
        int pending = ThoughtSpotFault.PENDING
                .value(faults)
                .map(looks -> looks.isEmpty() ? 1 : Integer.parseInt(looks))
                .orElse(0);
        return job.json(jobs.isPending(job, pending));
    }

    private static boolean sent(Jobs.Job job, String channel, String about) {
        return job.webhook().answersTo(channel) && job.about().id().equals(about);
    }
}
