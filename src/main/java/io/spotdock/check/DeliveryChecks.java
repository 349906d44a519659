package io.spotdock.check;

import io.spotdock.domain.Capability;
import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.ObjectKey;
import io.spotdock.domain.resource.Webhook;
import io.spotdock.port.Objects;
import io.spotdock.port.WebhookService.Validation;
import io.spotdock.port.WebhookService.ValidationStep;
import java.util.List;
import java.util.Optional;

/** The real thing: ThoughtSpot writes a file, which is found and removed. */
public final class DeliveryChecks {
    /** The check during which ThoughtSpot assumes the role; worth repeating right after the role was changed. */
    public static final String VALIDATE = "delivery.validate";

    static final List<Check> ALL = List.of(
            Check.of(
                            VALIDATE,
                            CheckGroup.DELIVERY,
                            Strength.PERFORMED_BY_THOUGHTSPOT,
                            DeliveryChecks::validate,
                            "webhook.registered")
                    // What AWS recorded of the role's use is not to hold this very use of it.
                    .after("role.last-used", "role.events"),
            Check.of("delivery.file", CheckGroup.DELIVERY, Strength.OBSERVED, DeliveryChecks::file, VALIDATE),
            Check.of(
                    "delivery.removed",
                    CheckGroup.DELIVERY,
                    Strength.PERFORMED_HERE,
                    DeliveryChecks::removed,
                    "delivery.file"),
            Check.of(
                    "delivery.receiver",
                    CheckGroup.DELIVERY,
                    Strength.PERFORMED_BY_THOUGHTSPOT,
                    DeliveryChecks::receiver,
                    VALIDATE));

    private DeliveryChecks() {}

    private static Verdict validate(Subject subject) {
        Webhook webhook = subject.registered().orElseThrow();
        Validation validation;
        // Where its answer is lost, nobody knows the name of the file that it may have written.
        subject.leftovers().awaited();
        try {
            validation = subject.connected().validate(webhook.serverId().orElseThrow());
        } catch (FailureException e) {
            // The webhook has just been seen, so it is the call that is missing.
            if (!(e.failure() instanceof Failure.Missing)) throw e;
            subject.leftovers().arrived();
            return Verdict.skipped("check.delivery.validate.no-call", Capability.VALIDATE.since());
        }
        subject.validated(validation);
        deliveredKey(subject).ifPresent(subject.leftovers()::mayBe);
        subject.leftovers().arrived();
        Optional<ValidationStep> storage = step(validation, "STORAGE");
        if (storage.isEmpty())
            return validation.result().equals("SUCCESS")
                    ? new Verdict.Warned(Fault.of("check.delivery.validate.no-step"), Fault.of("remedy.schedule-one"))
                    : Verdict.failed(
                            Fault.of("check.delivery.validate.failed", validation.result()), Fault.of("remedy.doctor"));
        if (storage.get().passed()) return Verdict.passed("check.delivery.validate.passed", validation.jobId());
        String said = storage.get().error().orElse("");
        Cause cause = Cause.of(said, Circumstances.of(subject));
        return new Verdict.Failed(cause.evidence(), cause.remedy(), said);
    }

    private static Verdict file(Subject subject) {
        Optional<ObjectKey> key = deliveredKey(subject);
        if (key.isEmpty())
            return new Verdict.Warned(Fault.of("check.delivery.file.no-key"), Fault.of("remedy.look-yourself"));
        Optional<Objects.Found> found = subject.cloud().objects().find(subject.bucket(), key.get());
        found.ifPresent(file -> subject.leftovers().wrote(new Objects.Written(file.key(), file.version())));
        return found.map(file -> Verdict.passed(
                        "check.delivery.file.found",
                        key.get(),
                        file.size(),
                        file.encryption().map(String::valueOf).orElse("?")))
                .orElseGet(() -> Verdict.failed(
                        Fault.of("check.delivery.file.missing", key.get()), Fault.of("remedy.bucket-differs")));
    }

    private static Verdict removed(Subject subject) {
        Optional<ObjectKey> key = deliveredKey(subject);
        if (key.isEmpty()) return Verdict.skipped("check.delivery.file.no-key");
        return Removal.verdict(subject, key.get());
    }

    private static Verdict receiver(Subject subject) {
        Validation validation = subject.validation();
        Optional<ValidationStep> http = step(validation, "HTTP");
        if (http.isEmpty()) return Verdict.skipped("check.delivery.receiver.no-step");
        return http.get().passed()
                ? Verdict.passed(
                        "check.delivery.receiver.answered",
                        http.get().httpStatus().map(String::valueOf).orElse("2xx"))
                : new Verdict.Failed(
                        http.get()
                                .httpStatus()
                                .map(status -> Fault.of("check.delivery.receiver.failed", status))
                                .orElseGet(() -> Fault.of("cause.receiver.silent")),
                        Fault.of("remedy.receiver"),
                        http.get().error().orElse(""));
    }

    private static Optional<ObjectKey> deliveredKey(Subject subject) {
        return step(subject.validation(), "STORAGE")
                .flatMap(ValidationStep::objectKey)
                .map(ObjectKey::new);
    }

    private static Optional<ValidationStep> step(Validation validation, String name) {
        return validation.steps().stream()
                .filter(step -> step.step().startsWith(name))
                .findFirst();
    }
}
