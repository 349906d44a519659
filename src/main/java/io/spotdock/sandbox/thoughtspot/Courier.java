package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Carries out a delivery, or a rehearsal of one: the file into the bucket, then the call of the webhook's URL. */
final class Courier {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Uploader uploader;
    private final Receiver receiver;
    private final InstantSource clock;

    /** A file to be delivered. */
    record Parcel(String fileName, String type, byte[] content) {}

    /** What became of it, and what the URL was told. */
    record Outcome(List<Step> steps, Message message) {
        Outcome {
            steps = List.copyOf(steps);
        }
    }

    Courier(Uploader uploader, Receiver receiver, InstantSource clock) {
        this.uploader = uploader;
        this.receiver = receiver;
        this.clock = clock;
    }

    Outcome rehearse(StoredWebhook webhook, User user) {
        String name = "validation_dummy_" + STAMP.format(clock.instant()) + ".pdf";
        byte[] content = "%PDF-1.4\n% ThoughtSpot storage validation\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
        ObjectNode payload = new Payload(clock.instant()).ofValidation(webhook);
        return deliver(webhook, user, payload, new Parcel(name, "application/pdf", content));
    }

    /** @param payload what the URL is told; where the file lies is added */
    Outcome deliver(StoredWebhook webhook, User user, ObjectNode payload, Parcel parcel) {
        List<Step> steps = new ArrayList<>();
        Message message = Message.form(payload, parcel);
        try {
            Optional<S3Destination> storage = webhook.storage();
            if (storage.isPresent()) {
                Step.Storage stored = store(webhook, storage.get(), user, parcel);
                steps.add(stored);
                stored.key().ifPresent(key -> Payload.stored(payload, stored.bucket(), key));
                message = Message.json(payload);
            }
            steps.add(receiver.call(webhook, message));
        } catch (InterruptedException _) {
            steps.add(interrupted());
        }
        return new Outcome(steps, message);
    }

    Step.Connection callAgain(StoredWebhook webhook, Message message) {
        try {
            return receiver.call(webhook, message);
        } catch (InterruptedException _) {
            return interrupted();
        }
    }

    private static Step.Connection interrupted() {
        Thread.currentThread().interrupt();
        return new Step.Connection(Optional.empty(), Optional.of("Interrupted"));
    }

    private Step.Storage store(StoredWebhook webhook, S3Destination to, User user, Parcel parcel)
            throws InterruptedException {
        try {
            String key = uploader.upload(webhook, to, user, parcel);
            return new Step.Storage(to.bucket(), parcel.fileName(), Optional.of(key), Optional.empty());
        } catch (AwsRefusal refusal) {
            return new Step.Storage(to.bucket(), parcel.fileName(), Optional.empty(), Optional.of(refusal.text()));
        }
    }
}
