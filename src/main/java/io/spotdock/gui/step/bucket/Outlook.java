package io.spotdock.gui.step.bucket;

import static io.spotdock.settings.Field.BUCKET_NAME;
import static io.spotdock.settings.Field.PREFIX;
import static io.spotdock.settings.Field.REGION;

import io.spotdock.check.Finding;
import io.spotdock.domain.Fault;
import io.spotdock.gui.step.Footer;
import io.spotdock.gui.step.Standing;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;

/** How the step stands, and what its footer says. */
final class Outlook {
    private final BucketModel model;

    Outlook(BucketModel model) {
        this.model = model;
    }

    Optional<Field> firstFault() {
        if (model.name().problem().isPresent() || model.nameRemark().get().isFault()) return Optional.of(BUCKET_NAME);
        if (model.regionRemark().get().isFault()) return Optional.of(REGION);
        return model.prefix().problem().map(_ -> PREFIX);
    }

    Standing standing() {
        if (model.name().isEmpty()) return Standing.TO_DO;
        return firstFault().map(this::faulty).orElseGet(this::withFindings);
    }

    private Standing faulty(Field field) {
        boolean typing = field == BUCKET_NAME && !model.nameRemark().get().isFault();
        if (typing) return Standing.TO_DO;
        if (field == REGION) return Standing.fault(Fault.of("wizard.bucket.standing.region"));
        if (field == PREFIX) return Standing.fault(Fault.of("wizard.bucket.standing.prefix"));
        return Standing.fault(Fault.of("wizard.bucket.standing.name"));
    }

    private Standing withFindings() {
        List<Finding> found = model.findings().get().orElse(List.of());
        if (BucketModel.count(found, Finding.Weight.BAD) > 0)
            return Standing.look(Fault.of("wizard.bucket.standing.bad"));
        long looks = BucketModel.count(found, Finding.Weight.LOOK);
        return looks > 0
                ? Standing.look(Fault.of("wizard.bucket.standing.look", looks))
                : Standing.done(model.name().text().get());
    }

    Footer footer(Runnable next) {
        return firstFault()
                .map(field -> Footer.blocked(Fault.of(why(field)), () -> model.mend(field)))
                .orElseGet(() -> Footer.untouched(next));
    }

    private String why(Field field) {
        if (field == REGION) return "wizard.bucket.correct.region";
        if (field == PREFIX) return "wizard.bucket.correct.prefix";
        if (!model.name().isEmpty()) return "wizard.bucket.correct.name";
        return model.creating().get() ? "wizard.bucket.missing.name" : "wizard.bucket.missing.bucket";
    }
}
