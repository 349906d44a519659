package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.ObjectKey;
import io.spotdock.port.Content;
import io.spotdock.port.Objects;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What the role does in the bucket while the operator is in it. Files it writes are the operator's to remove. */
final class RoleTrials {
    /** A file that the role itself has written, for the trials that need one. */
    static final String WRITE = "performed.write";

    private RoleTrials() {}

    /** Something the role does to a file that is there. */
    private interface Deed {
        void on(Objects objects, ObjectKey key);
    }

    /** A way to write a file. */
    private interface Writing {
        Objects.Written write(Objects objects, ObjectKey key);
    }

    static Verdict write(Subject subject) {
        return allowed(subject, key(subject), plainly(subject));
    }

    /** As ThoughtSpot may do it. */
    static Verdict writeForOwner(Subject subject) {
        ObjectKey key = key(subject);
        if (!Grants.allows(subject, "s3:PutObjectAcl", key.value()))
            return Verdict.skipped("check.performed.write-acl.not-granted");
        return allowed(subject, key, (objects, file) -> objects.putForOwner(subject.bucket(), file, content(subject)));
    }

    private static Verdict allowed(Subject subject, ObjectKey key, Writing writing) {
        Optional<Failure.Denied> denied = wrote(subject, key, writing);
        return denied.<Verdict>map(refusal -> new Verdict.Failed(
                        Fault.of("check.performed.write.refused", refusal.action(), key),
                        Cause.of(refusal.said(), Circumstances.of(subject)).remedy(),
                        refusal.said()))
                .orElseGet(() -> Verdict.passed("check.performed.write.done", key));
    }

    static Verdict outside(Subject subject) {
        if (prefix(subject).isEmpty()) return Verdict.skipped("check.refused.no-prefix");
        return refusedWriting(subject, new ObjectKey(name("spotdock-outside-")));
    }

    /** Under a folder whose name begins as the prefix does. */
    static Verdict beside(Subject subject) {
        KeyPrefix prefix = subject.wanted().settings().bucket().prefix();
        if (prefix.value().isEmpty()) return Verdict.skipped("check.refused.no-prefix");
        if (prefix.isOpenEnded()) return Verdict.skipped("check.performed.beside-prefix.open", prefix);
        String folder = prefix.value().substring(0, prefix.value().length() - 1);
        return refusedWriting(subject, new ObjectKey(folder + name("-beside/")));
    }

    private static Verdict refusedWriting(Subject subject, ObjectKey key) {
        Optional<Failure.Denied> denied = wrote(subject, key, plainly(subject));
        return denied.isPresent() ? refused() : tooOpen(subject, "s3:PutObject", key.value());
    }

    static Verdict read(Subject subject) {
        return refusedOn(
                subject, "s3:GetObject", (objects, key) -> objects.get(subject.bucket(), key, InputStream::read));
    }

    static Verdict readAcl(Subject subject) {
        return refusedOn(subject, "s3:GetObjectAcl", (objects, key) -> objects.ownerOf(subject.bucket(), key));
    }

    static Verdict delete(Subject subject) {
        return refusedOn(
                subject, "s3:DeleteObject", (objects, key) -> objects.delete(subject.bucket(), key, Optional.empty()));
    }

    static Verdict list(Subject subject) {
        KeyPrefix prefix = subject.wanted().settings().bucket().prefix();
        boolean denied = denied(() -> subject.trial().asRole().list(subject.bucket(), prefix, 1))
                .isPresent();
        return denied ? refused() : tooOpen(subject, "s3:ListBucket", "");
    }

    /** On a file of its own, so that trials side by side are not in each other's way. */
    private static Verdict refusedOn(Subject subject, String action, Deed deed) {
        ObjectKey key = key(subject);
        wrote(subject, key, plainly(subject)).ifPresent(refusal -> {
            throw new FailureException(refusal);
        });
        boolean denied = denied(() -> deed.on(subject.trial().asRole(), key)).isPresent();
        return denied ? refused() : tooOpen(subject, action, key.value());
    }

    private static Writing plainly(Subject subject) {
        return (objects, key) -> objects.put(subject.bucket(), key, content(subject));
    }

    /** Writes as the role; the file is the test's to remove unless it certainly was not written. */
    private static Optional<Failure.Denied> wrote(Subject subject, ObjectKey key, Writing writing) {
        subject.leftovers().mayBe(key);
        Optional<Failure.Denied> denied = denied(
                () -> subject.leftovers().wrote(writing.write(subject.trial().asRole(), key)));
        if (denied.isPresent()) subject.leftovers().removed(key);
        return denied;
    }

    private static Optional<Failure.Denied> denied(Runnable deed) {
        try {
            deed.run();
            return Optional.empty();
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied denied) return Optional.of(denied);
            throw e;
        }
    }

    private static Verdict refused() {
        return Verdict.passed("check.performed.refused-by-s3");
    }

    private static Verdict tooOpen(Subject subject, String action, String key) {
        return Verdict.failed(Grants.ofRole(subject, action, key), subject.remedyOfRole("remedy.plan"));
    }

    private static String prefix(Subject subject) {
        return subject.wanted().settings().bucket().prefix().value();
    }

    private static ObjectKey key(Subject subject) {
        return new ObjectKey(prefix(subject) + name("spotdock-self-test-"));
    }

    private static String name(String start) {
        return start + UUID.randomUUID() + ".bin";
    }

    private static Content content(Subject subject) {
        return Content.of(subject.file().key().value().getBytes(StandardCharsets.UTF_8));
    }
}
