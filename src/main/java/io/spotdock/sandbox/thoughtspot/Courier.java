package io.spotdock.sandbox.thoughtspot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a delivery, or a rehearsal of one: the file into the bucket, then the call of the webhook's URL. */
final class Courier {
    private final Uploader uploader;
    private final Receiver receiver;
    private final InstantSource clock;

    Courier(Uploader uploader, Receiver receiver, InstantSource clock) {
        this.uploader = uploader;
        this.receiver = receiver;
        this.clock = clock;
    }

    List<Step> rehearse(StoredWebhook webhook, User user) {
        String name = "validation-" + clock.instant().toEpochMilli() + ".csv";
        byte[] content = "column\nThoughtSpot storage validation\n".getBytes(StandardCharsets.UTF_8);
        return deliver(webhook, user, "webhook validation", name, "text/csv", content);
    }

    List<Step> deliver(StoredWebhook webhook, User user, String about, String fileName, String type, byte[] content) {
        List<Step> steps = new ArrayList<>();
        try {
            ObjectNode payload = Payload.of(webhook, user, about, fileName, clock.instant());
            Message message = Message.form(payload, fileName, type, content);
            Optional<S3Destination> storage = webhook.storage();
            if (storage.isPresent()) {
                Step.Storage stored = store(webhook, storage.get(), user, fileName, type, content);
                steps.add(stored);
                stored.file().ifPresent(file -> Payload.stored(payload, storage.get(), file));
                message = Message.json(payload);
            }
            steps.add(receiver.call(webhook, message));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            steps.add(new Step.Connection(Optional.empty(), Optional.of("Interrupted")));
        }
        return List.copyOf(steps);
    }

    private Step.Storage store(
            StoredWebhook webhook, S3Destination to, User user, String name, String type, byte[] content)
            throws InterruptedException {
        try {
            Uploader.File file = uploader.upload(webhook, to, user, name, type, content);
            return new Step.Storage(to.bucket(), Optional.of(file), Optional.empty());
        } catch (AwsRefusal refusal) {
            return new Step.Storage(to.bucket(), Optional.empty(), Optional.of(refusal.text()));
        }
    }
}
