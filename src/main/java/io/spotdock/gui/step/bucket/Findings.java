package io.spotdock.gui.step.bucket;

import static io.spotdock.settings.Field.KMS_KEY;
import static io.spotdock.settings.Field.PREFIX;
import static io.spotdock.settings.Field.REGION;
import static io.spotdock.settings.Field.ROLE_NAME;

import io.spotdock.check.BucketFacts;
import io.spotdock.check.BucketSurvey;
import io.spotdock.check.Finding;
import io.spotdock.check.Sight;
import io.spotdock.check.Upload;
import io.spotdock.domain.Failure;
import io.spotdock.domain.KeyPrefix;
import io.spotdock.domain.KmsKeyArn;
import io.spotdock.domain.RoleArn;
import io.spotdock.domain.RoleName;
import io.spotdock.gui.step.Place;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.port.Buckets.Encryption;
import io.spotdock.port.Buckets.Located;
import io.spotdock.service.Survey;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/** What was found in a bucket of ours; read once, and judged anew for each prefix. */
final class Findings {
    private final Place place;
    private final Runnable changed;
    private final Activity activity;
    private Optional<Located> of = Optional.empty();
    private Optional<BucketFacts> facts = Optional.empty();

    Findings(Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        activity = new Activity(place.operations());
    }

    /**
     * Reads what there is, and lets the draft say what is no choice: the region, and the key that it encrypts with. The
     * files for a cloud team are written without another look at the bucket, so the settings have to name that.
     *
     * @return empty until it was read
     */
    Optional<List<Finding>> adopt(Located bucket) {
        need(bucket);
        enter(REGION, bucket.region().value());
        if (facts.isEmpty()) return Optional.empty();
        enter(KMS_KEY, key().map(KmsKeyArn::value).orElse(""));
        Draft draft = place.draft().get();
        KeyPrefix prefix =
                draft.text(PREFIX).flatMap(text -> KeyPrefix.parse(text).good()).orElse(KeyPrefix.NONE);
        Optional<RoleArn> role = draft.text(ROLE_NAME)
                .flatMap(text -> RoleName.parse(text).good())
                .map(named -> new RoleArn(bucket.region().partition(), bucket.owner(), named));
        return facts.map(read -> BucketSurvey.judge(read, new Upload(prefix, role)));
    }

    private void enter(Field field, String value) {
        place.publish(draft -> draft.text(field).orElse("").equals(value) ? draft : draft.with(field, value));
    }

    /** Reads unless that very bucket was read, or is being read. */
    private void need(Located bucket) {
        if (of.equals(Optional.of(bucket))) return;
        read(bucket);
    }

    void again() {
        of.ifPresent(this::read);
    }

    private void read(Located bucket) {
        forget();
        of = Optional.of(bucket);
        activity.start(
                () -> new Survey(place.setup().cloud()).facts(bucket),
                Ending.of(this::found, _ -> changed.run(), () -> {}));
    }

    private void found(BucketFacts read) {
        facts = Optional.of(read);
        changed.run();
    }

    void forget() {
        activity.cancel();
        activity.clearFailure();
        of = Optional.empty();
        facts = Optional.empty();
    }

    /** The key it encrypts with, where that could be seen. */
    private Optional<KmsKeyArn> key() {
        return facts.map(BucketFacts::encryption)
                .flatMap(sight -> sight instanceof Sight.Seen<Encryption>(Encryption.OwnKey(KmsKeyArn key))
                        ? Optional.of(key)
                        : Optional.empty());
    }

    ReadOnlyBooleanProperty slow() {
        return activity.slow();
    }

    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return activity.failure();
    }
}
