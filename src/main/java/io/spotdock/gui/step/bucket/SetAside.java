package io.spotdock.gui.step.bucket;

import static io.spotdock.settings.Field.BUCKET_NAME;
import static io.spotdock.settings.Field.CREATE;
import static io.spotdock.settings.Field.KMS_KEY;
import static io.spotdock.settings.Field.REGION;

import io.spotdock.settings.Draft;
import java.util.Optional;

/** What was entered for the other kind of bucket, new or existing, to come back to. */
final class SetAside {
    private String name = "";
    private String key = "";
    private Optional<String> region = Optional.empty();

    /** The draft for the other kind, with what this held; holds what the draft had from now on. */
    Draft turn(Draft draft, boolean create) {
        Draft turned = draft.with(CREATE, String.valueOf(create))
                .with(BUCKET_NAME, name)
                .with(KMS_KEY, key);
        Draft there = region.map(former -> turned.with(REGION, former)).orElse(turned);
        name = draft.text(BUCKET_NAME).orElse("");
        key = draft.text(KMS_KEY).orElse("");
        region = draft.text(REGION);
        return there;
    }
}
