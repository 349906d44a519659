package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.Objects;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file that is written with the operator's own sign-in, read back and removed. */
final class UploadChecks {
    static final List<Check> ALL = List.of(
            Check.of("upload.write", CheckGroup.BUCKET, Strength.PERFORMED_HERE, UploadChecks::write, "bucket.region"),
            Check.of(
                    "upload.read-back",
                    CheckGroup.BUCKET,
                    Strength.PERFORMED_HERE,
                    UploadChecks::readBack,
                    "upload.write"));

    private UploadChecks() {}

    private static Verdict write(Subject subject) {
        Subject.TestFile file = subject.file();
        // Before the call: it may succeed although its answer is lost.
        subject.leftovers().wrote(file.key(), Optional.empty());
        try {
            Objects.Written written = subject.cloud().objects().put(subject.bucket(), file.key(), file.content());
            subject.leftovers().wrote(file.key(), written.version());
        } catch (FailureException e) {
            // That the operator may not write says nothing about the role.
            if (!(e.failure() instanceof Failure.Denied)) throw e;
            subject.leftovers().removed(file.key());
            return new Verdict.Warned(
                    Fault.of("check.upload.write.denied", file.key()), Fault.of("remedy.upload-denied"));
        }
        return Verdict.passed("check.upload.write.done", file.key(), file.content().length);
    }

    /** Read, compared byte for byte, and removed. */
    private static Verdict readBack(Subject subject) {
        Subject.TestFile file = subject.file();
        Objects objects = subject.cloud().objects();
        Optional<Objects.Found> found = found(subject);
        if (found.isEmpty()) return Verdict.skipped("check.upload.read-back.nothing");
        if (!Arrays.equals(objects.get(subject.bucket(), file.key()), file.content()))
            return Verdict.failed(
                    Fault.of("check.upload.read-back.differs", file.key()), Fault.of("remedy.look-yourself"));
        try {
            objects.delete(subject.bucket(), file.key(), found.get().version());
        } catch (FailureException e) {
            if (!(e.failure() instanceof Failure.Denied)) throw e;
            return DeliveryChecks.stillThere(file.key());
        }
        subject.leftovers().removed(file.key());
        return Verdict.passed("check.upload.read-back.same", file.content().length);
    }

    private static Optional<Objects.Found> found(Subject subject) {
        try {
            return subject.cloud()
                    .objects()
                    .find(subject.bucket(), subject.file().key());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied) return Optional.empty();
            throw e;
        }
    }
}
