package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.Bucket;
import io.spotdock.domain.resource.Resource;
import io.spotdock.domain.resource.ResourceId;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The words for changes, and for what becomes of them. */
public final class ChangeTexts {
    private final Texts texts;

    public ChangeTexts(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    /** What a thing is called within a sentence. */
    public String noun(ResourceId id) {
        return texts.get("wizard.change.noun." + id.kind().id(), id.name());
    }

    /** What a thing is called where nothing stands before it. */
    public String name(ResourceId id) {
        return capital(noun(id));
    }

    /** What happens to it, in one word. */
    public String word(Change change) {
        return texts.get("wizard.change." + change.kind());
    }

    /** What a change is about, or what is found. */
    public String about(Change change) {
        return switch (change) {
            case Change.Keep keep -> kept(keep.found());
            case Change.Create create -> about(create.wanted());
            case Change.Update update -> about(update.wanted());
            case Change.Delete delete -> about(delete.found());
            case Change.Conflict conflict -> about(conflict.wanted());
        };
    }

    private String kept(Resource found) {
        return switch (found.id().kind()) {
            case BUCKET -> texts.get("wizard.change.kept.bucket");
            case ROLE -> texts.get("wizard.change.kept.role");
            case BUCKET_POLICY,
                    IDENTITY_PROVIDER,
                    TRUST_POLICY,
                    PERMISSIONS_POLICY,
                    WEBHOOK,
                    CHANNEL,
                    SCHEDULE,
                    TEST_FILE -> texts.get("wizard.change.kept.other");
        };
    }

    private String about(Resource wanted) {
        boolean ownKey =
                wanted instanceof Bucket bucket && bucket.protection().kmsKey().isPresent();
        return texts.get(
                ownKey
                        ? "wizard.change.about.bucket-kms"
                        : "wizard.change.about." + wanted.id().kind().id());
    }

    /** The same as far as it shows what is granted, for a list that names no differences. */
    public String brief(Change change) {
        List<Difference> differences = differences(change);
        return switch (change.resource().kind()) {
            case TRUST_POLICY ->
                wanted(differences, "field.external-id")
                        .map(id -> field("field.external-id") + " " + id)
                        .orElseGet(() -> about(change));
            case PERMISSIONS_POLICY -> {
                Optional<String> allow = wanted(differences, "field.allow");
                Optional<String> on = wanted(differences, "field.on");
                yield allow.isPresent() && on.isPresent()
                        ? texts.get("wizard.change.grants", allow.get(), on.get())
                        : about(change);
            }
            case BUCKET, BUCKET_POLICY, IDENTITY_PROVIDER, ROLE, WEBHOOK, CHANNEL, SCHEDULE, TEST_FILE -> about(change);
        };
    }

    public static List<Difference> differences(Change change) {
        return switch (change) {
            case Change.Keep _ -> List.of();
            case Change.Create create -> create.details();
            case Change.Update update -> update.differences();
            case Change.Delete delete -> delete.details();
            case Change.Conflict conflict -> conflict.differences();
        };
    }

    private static Optional<String> wanted(List<Difference> differences, String field) {
        return differences.stream()
                .filter(difference -> difference.field().equals(field))
                .map(difference -> String.join(", ", difference.wanted()))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** What a line of a list says is done. */
    public String title(Line.Subject subject) {
        return switch (subject) {
            case Line.Subject.Making(Change change) ->
                texts.get("wizard.change.doing." + change.kind(), noun(change.resource()));
            case Line.Subject.TakingBack(ResourceId resource, boolean made) ->
                texts.get(made ? "wizard.change.doing.remove" : "wizard.change.doing.restore", noun(resource));
            case Line.Subject.Knowing _ -> texts.get("wizard.change.knowing");
            case Line.Subject.ReadingBack _ -> texts.get("wizard.change.reading-back");
        };
    }

    public String explanation(Line.Subject subject) {
        return switch (subject) {
            case Line.Subject.Making(Change change) -> brief(change);
            case Line.Subject.TakingBack _ -> "";
            case Line.Subject.Knowing _ -> texts.get("wizard.change.knowing.about");
            case Line.Subject.ReadingBack _ -> texts.get("wizard.change.reading-back.about");
        };
    }

    /** The name of a field, standing alone. */
    public String field(String key) {
        return capital(texts.field(key));
    }

    /** What differences mean, as sentences. */
    public String notes(List<Difference> differences) {
        return differences.stream()
                .flatMap(difference -> difference.note().stream())
                .distinct()
                .map(key -> sentence(texts.get(key)))
                .collect(Collectors.joining(" "));
    }

    /** A failure, told where a button stands for what the command line would have one type. */
    public FailureText of(Failure failure) {
        FailureText told = texts.of(failure);
        String remedy = "wizard.change.remedy." + key(failure);
        return new FailureText(
                capital(told.sentence()), told.cause(), texts.has(remedy) ? texts.get(remedy) : told.remedy());
    }

    private static String key(Failure failure) {
        return switch (failure) {
            case Failure.Denied _ -> "denied";
            case Failure.AlreadyThere _ -> "already-there";
            case Failure.Throttled _ -> "throttled";
            case Failure.NotVisibleYet _ -> "not-visible-yet";
            case Failure.Unexpected _ -> "unexpected";
            case Failure.Missing _, Failure.Conflict _, Failure.Invalid _, Failure.Unreachable _, Failure.Expired _ ->
                "as-told";
        };
    }

    /** How long something took or lasts: tenths as long as they are of interest. */
    public String took(Duration time) {
        return time.toSeconds() < 10
                ? texts.get("wizard.time.tenths", time.toMillis() / 1000.0)
                : whole(time.toSeconds());
    }

    /** What is left, never shown as less than it is. */
    public String left(Duration time) {
        return whole((time.toMillis() + 999) / 1000);
    }

    private String whole(long seconds) {
        return seconds < 60
                ? texts.get("wizard.time.seconds", seconds)
                : texts.get("wizard.time.minutes", seconds / 60, seconds % 60);
    }

    /** An ARN stays what it is, even at the head of a sentence. */
    private String capital(String text) {
        return text.isEmpty() || text.startsWith("arn:")
                ? text
                : text.substring(0, 1).toUpperCase(texts.locale()) + text.substring(1);
    }

    private String sentence(String text) {
        return capital(text) + (text.endsWith(".") ? "" : ".");
    }
}
