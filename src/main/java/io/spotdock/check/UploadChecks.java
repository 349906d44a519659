package io.spotdock.check;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.port.Content;
import io.spotdock.port.Fingerprint;
import io.spotdock.port.Objects;
import io.spotdock.port.Objects.Encrypted;
import java.util.List;
import java.util.function.Function;

/** A file that is written with the operator's own sign-in, read back and removed. It is never held in memory. */
final class UploadChecks {
    static final List<Check> ALL = List.of(
            Check.of("upload.write", CheckGroup.BUCKET, Strength.PERFORMED_HERE, UploadChecks::write, "bucket.region"),
            ofFile("upload.read-back", Strength.PERFORMED_HERE, UploadChecks::readBack),
            ofFile("upload.encryption", Strength.OBSERVED, UploadChecks::encryption),
            ofFile("upload.removed", Strength.PERFORMED_HERE, UploadChecks::removed)
                    .after("upload.read-back", "upload.encryption"));

    private UploadChecks() {}

    private static Check ofFile(String id, Strength strength, Check.Probe probe) {
        return Check.of(
                id,
                CheckGroup.BUCKET,
                strength,
                subject ->
                        subject.written().isPresent() ? probe.look(subject) : Verdict.skipped("check.upload.nothing"),
                "upload.write");
    }

    private static Verdict write(Subject subject) {
        Subject.TestFile file = subject.file();
        // Before the call: it may succeed although its answer is lost.
        subject.leftovers().mayBe(file.key());
        try {
            Objects.Written written = subject.cloud().objects().put(subject.bucket(), file.key(), file.content());
            subject.wrote(written);
            subject.leftovers().wrote(written);
        } catch (FailureException e) {
            // That the operator may not write says nothing about the role.
            if (!(e.failure() instanceof Failure.Denied)) throw e;
            subject.leftovers().removed(file.key());
            return new Verdict.Warned(
                    Fault.of("check.upload.write.denied", file.key()), Fault.of("remedy.upload-denied"));
        }
        return Verdict.passed(
                "check.upload.write.done", file.key(), file.content().length());
    }

    /** What comes back is compared by its length and SHA-256. */
    private static Verdict readBack(Subject subject) {
        Content sent = subject.file().content();
        return looking(subject, objects -> {
            Fingerprint back = objects.get(subject.bucket(), subject.file().key(), Fingerprint::of);
            return back.equals(Fingerprint.of(sent))
                    ? Verdict.passed("check.upload.read-back.same", back.length(), back.sha256())
                    : Verdict.failed(
                            Fault.of(
                                    "check.upload.read-back.differs",
                                    subject.file().key(),
                                    back.length(),
                                    sent.length()),
                            Fault.of("remedy.look-yourself"));
        });
    }

    private static Verdict encryption(Subject subject) {
        return looking(
                subject,
                objects -> objects.find(subject.bucket(), subject.file().key())
                        .flatMap(Objects.Found::encryption)
                        .map(UploadChecks::told)
                        .orElseGet(() -> new Verdict.Warned(
                                Fault.of("check.upload.encryption.unsaid"), Fault.of("remedy.look-yourself"))));
    }

    /** DSSE-KMS and S3's own keys have no bucket key (S3 User Guide, "Reducing the cost of SSE-KMS"). */
    private static Verdict told(Encrypted how) {
        if (how.algorithm().equals("AES256")) return Verdict.passed("check.upload.encryption.s3");
        if (how.kmsKey().isEmpty()) return Verdict.passed("check.upload.encryption.other", how.algorithm());
        String key = how.kmsKey().get();
        if (how.algorithm().equals("aws:kms:dsse")) return Verdict.passed("check.upload.encryption.dsse", key);
        return how.bucketKey()
                ? Verdict.passed("check.upload.encryption.bucket-key", key)
                : Verdict.passed("check.upload.encryption.kms", key);
    }

    private static Verdict removed(Subject subject) {
        return Removal.verdict(subject, subject.file().key());
    }

    /** Whoever may write a file need not be allowed to look at it. */
    private static Verdict looking(Subject subject, Function<Objects, Verdict> look) {
        try {
            return look.apply(subject.cloud().objects());
        } catch (FailureException e) {
            if (e.failure() instanceof Failure.Denied denied)
                return Verdict.skipped("check.upload.unseen", denied.action());
            throw e;
        }
    }
}
