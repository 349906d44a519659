package io.spotdock.gui.step.bucket;

import static io.spotdock.gui.step.Remark.Kind.CHECKING;
import static io.spotdock.gui.step.Remark.Kind.ERROR;
import static io.spotdock.gui.step.Remark.Kind.GOOD;
import static io.spotdock.gui.step.Remark.Kind.KNOW;
import static io.spotdock.gui.step.Remark.Kind.LOOK;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.step.Remark;
import java.util.Optional;

/** What is said under the entries, and what mends it. */
final class Wording {
    private final BucketModel model;

    Wording(BucketModel model) {
        this.model = model;
    }

    /** Of a name that is told to be wrong. */
    Remark name(Fault fault) {
        Remark remark = Remark.of(ERROR, fault);
        Optional<BucketName> near = BucketName.near(model.name().text().get());
        return near.map(name -> remark.with(
                        Fault.of("wizard.bucket.use", name),
                        () -> model.name().text().set(name.value())))
                .orElse(remark);
    }

    /** Of a name for a new bucket. */
    Remark forNew(Answer answer, boolean slow, Optional<RegionName> region) {
        return switch (answer) {
            case Answer.None _ -> Remark.NONE;
            case Answer.Awaited _ -> awaited(slow);
            case Answer.Free _ -> Remark.of(GOOD, "wizard.bucket.available");
            case Answer.Taken _ -> Remark.of(ERROR, "wizard.bucket.taken");
            case Answer.Ours(var bucket) -> {
                boolean here = region.equals(Optional.of(bucket.region()));
                Remark remark = here
                        ? Remark.of(KNOW, "wizard.bucket.ours")
                        : Remark.of(ERROR, "wizard.bucket.ours-elsewhere", bucket.region());
                yield remark.with(Fault.of("wizard.bucket.use-existing"), model::useExisting);
            }
            case Answer.Unknown(Failure failure) -> unknown(failure);
        };
    }

    /** Of a bucket that is to be there already. */
    Remark forExisting(Answer answer, boolean slow) {
        return switch (answer) {
            case Answer.None _, Answer.Ours _ -> Remark.NONE;
            case Answer.Awaited _ -> awaited(slow);
            case Answer.Free _ ->
                Remark.of(ERROR, "wizard.bucket.absent").with(Fault.of("wizard.bucket.make"), model::makeNew);
            case Answer.Taken _ -> Remark.of(ERROR, "wizard.bucket.foreign");
            case Answer.Unknown(Failure failure) -> unknown(failure);
        };
    }

    private static Remark awaited(boolean slow) {
        return slow ? Remark.of(CHECKING, "wizard.checking") : Remark.NONE;
    }

    private Remark unknown(Failure failure) {
        return switch (failure) {
            case Failure.Denied denied -> Remark.of(ERROR, "wizard.bucket.denied", denied.action());
            case Failure.Expired _ ->
                Remark.of(ERROR, "wizard.bucket.signed-out").with(Fault.of("wizard.bucket.sign-in"), model::signIn);
            case Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ ->
                Remark.of(LOOK, "wizard.bucket.unanswered").with(Fault.of("wizard.try-again"), model::askAgain);
        };
    }

    /** Of the list of buckets, where there is none. */
    Remark list(Failure failure) {
        return switch (failure) {
            case Failure.Denied denied -> Remark.of(KNOW, "wizard.bucket.list-denied", denied.action());
            case Failure.Expired _ -> unknown(failure);
            case Failure.Missing _,
                    Failure.AlreadyThere _,
                    Failure.Conflict _,
                    Failure.Invalid _,
                    Failure.Throttled _,
                    Failure.Unreachable _,
                    Failure.NotVisibleYet _,
                    Failure.Unexpected _ ->
                Remark.of(LOOK, "wizard.bucket.list-failed").with(Fault.of("wizard.try-again"), model::listAgain);
        };
    }

    Remark prefix(Optional<Fault> told, String typed) {
        if (told.isPresent()) {
            Remark remark = Remark.of(ERROR, told.get());
            return typed.startsWith("/")
                    ? remark.with(
                            Fault.of("wizard.bucket.prefix.remove"), () -> setPrefix(typed.replaceFirst("^/+", "")))
                    : remark;
        }
        boolean open =
                KeyPrefix.parse(typed).good().filter(KeyPrefix::isOpenEnded).isPresent();
        return open
                ? Remark.of(KNOW, "wizard.bucket.prefix.open")
                        .with(Fault.of("wizard.bucket.prefix.add"), () -> setPrefix(typed + "/"))
                : Remark.NONE;
    }

    private void setPrefix(String text) {
        model.prefix().text().set(text);
    }

    /** A fault of the key belongs here too: no entry but the region is about where something is. */
    Remark region(Optional<Fault> ofRegion, Optional<Fault> ofKey) {
        if (ofRegion.isPresent()) return Remark.of(ERROR, ofRegion.get());
        return ofKey.map(fault -> Remark.of(ERROR, fault).with(Fault.of("wizard.bucket.drop-key"), model::dropKey))
                .orElse(Remark.NONE);
    }
}
