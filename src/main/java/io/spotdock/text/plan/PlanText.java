package io.spotdock.text.plan;

import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Plan;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.List;

/** A plan for people: by service, a mark and a word for each change, and what would differ. */
public final class PlanText {
    private final Texts texts;
    private final Marks marks;

    public PlanText(Texts texts, Marks marks) {
        this.texts = texts;
        this.marks = marks;
    }

    public String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (ResourceKind.Group group : ResourceKind.Group.values()) {
            List<Change> changes = plan.changes().stream()
                    .filter(change -> change.resource().kind().group() == group)
                    .toList();
            if (changes.isEmpty()) continue;
            line(text, 0, marks.strong(name(group)));
            for (Change change : changes) change(text, change);
            text.append('\n');
        }
        plan.notes().forEach(note -> line(text, 0, marks.look(texts.get("cli.note")) + " " + texts.of(note)));
        line(text, 0, summary(plan));
        return text.toString();
    }

    private String summary(Plan plan) {
        if (plan.isEmpty()) return texts.get("cli.plan.nothing");
        boolean thoughtSpotAlone = plan.changes().stream()
                .allMatch(change -> change.resource().kind().group() == ResourceKind.Group.THOUGHTSPOT);
        if (thoughtSpotAlone)
            return texts.get(
                    "cli.plan.summary-of-thoughtspot",
                    plan.count("create"),
                    plan.count("update"),
                    plan.count("delete"),
                    plan.count("keep"),
                    plan.count("conflict"));
        return texts.get(
                "cli.plan.summary",
                plan.account().value(),
                plan.count("create"),
                plan.count("update"),
                plan.count("keep"),
                plan.count("conflict"));
    }

    /** The service that changes belong to. */
    public String name(ResourceKind.Group group) {
        return switch (group) {
            case AMAZON_S3 -> texts.get("cli.group.s3");
            case AWS_IAM -> texts.get("cli.group.iam");
            case THOUGHTSPOT -> texts.get("cli.group.thoughtspot");
        };
    }

    private void change(StringBuilder text, Change change) {
        String name = change.resource().toString();
        switch (change) {
            case Change.Create create -> {
                line(text, 1, marks.good("+ " + texts.get("cli.plan.create", name)));
                create.details().forEach(detail -> difference(text, detail));
            }
            case Change.Keep _ -> line(text, 1, marks.quiet("= " + texts.get("cli.plan.keep", name)));
            case Change.Update update -> {
                line(text, 1, marks.look("~ " + texts.get("cli.plan.update", name)));
                update.differences().forEach(difference -> difference(text, difference));
            }
            case Change.Delete delete -> {
                line(text, 1, marks.bad("- " + texts.get("cli.plan.delete", name)));
                delete.details().forEach(detail -> difference(text, detail));
            }
            case Change.Conflict conflict -> {
                line(text, 1, marks.bad("! " + texts.get("cli.plan.conflict", name)));
                FailureText told = texts.of(conflict.failure());
                line(text, 3, told.sentence());
                told.cause().ifPresent(cause -> line(text, 3, cause));
                line(text, 3, told.remedy());
                conflict.differences().forEach(difference -> difference(text, difference));
            }
        }
    }

    private void difference(StringBuilder text, Difference difference) {
        String note = difference.note().map(key -> "  (" + texts.get(key) + ")").orElse("");
        line(text, 3, texts.field(difference.field()) + note);
        difference.found().stream()
                .filter(value -> !difference.wanted().contains(value))
                .forEach(value -> line(text, 4, marks.bad("- " + value)));
        difference.wanted().stream()
                .filter(value -> !difference.found().contains(value))
                .forEach(value -> line(text, 4, marks.good("+ " + value)));
    }

    private static void line(StringBuilder text, int depth, String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }
}
