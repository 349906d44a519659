package io.spotdock.gui.change;

import io.spotdock.domain.Failure;
import io.spotdock.domain.resource.ResourceKind;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.ChangeMark;
import io.spotdock.gui.control.ChangeRow;
import io.spotdock.gui.control.GroupRow;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.text.FailureText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A plan as rows by service: each change, and what of it a person should see before saying yes. */
public final class ChangeList extends VBox {
    private final ChangeTexts words;
    private final Diffs diffs;
    private final Consumer<Change.Conflict> another;
    private final Consumer<Change.Conflict> anyway;
    private @Nullable Node firstConflict;

    /**
     * A list of a plan's changes.
     *
     * @param region shown beside Amazon S3, whose buckets live in one
     * @param another leads to where a thing in conflict gets another name
     * @param anyway the person's word that it may be changed
     */
    public ChangeList(
            ChangeTexts words,
            Plan plan,
            String region,
            Consumer<Change.Conflict> another,
            Consumer<Change.Conflict> anyway) {
        this.words = words;
        this.diffs = new Diffs(words);
        this.another = another;
        this.anyway = anyway;
        CardList list = new CardList();
        for (ResourceKind.Group group : ResourceKind.Group.values()) {
            List<Change> changes = plan.changes().stream()
                    .filter(change -> change.resource().kind().group() == group)
                    .toList();
            if (changes.isEmpty()) continue;
            GroupRow row = GroupRow.plain(name(group), place(group, region));
            changes.forEach(change -> row.rows().add(row(change)));
            list.getChildren().add(row);
        }
        getChildren().add(list);
    }

    private String name(ResourceKind.Group group) {
        return switch (group) {
            case AMAZON_S3 -> words.texts().get("cli.group.s3");
            case AWS_IAM -> words.texts().get("cli.group.iam");
            case THOUGHTSPOT -> words.texts().get("cli.group.thoughtspot");
        };
    }

    private String place(ResourceKind.Group group, String region) {
        return switch (group) {
            case AMAZON_S3 -> region;
            case AWS_IAM -> words.texts().get("wizard.change.global");
            case THOUGHTSPOT -> "";
        };
    }

    private ChangeRow row(Change change) {
        ChangeRow row =
                new ChangeRow(mark(change), words.name(change.resource()), words.about(change), words.word(change));
        List<Node> detail = new ArrayList<>();
        if (change instanceof Change.Conflict conflict) detail.add(decision(conflict));
        if (!ChangeTexts.differences(change).isEmpty()) detail.add(diffs.of(ChangeTexts.differences(change)));
        row.setDetail(detail.toArray(Node[]::new));
        row.setOpen(isOpen(change));
        return row;
    }

    /** What grants something is read before it is granted. */
    private static boolean isOpen(Change change) {
        return switch (change) {
            case Change.Update _, Change.Delete _, Change.Conflict _ -> true;
            case Change.Keep _ -> false;
            case Change.Create create ->
                switch (create.wanted().id().kind()) {
                    case TRUST_POLICY, PERMISSIONS_POLICY, IDENTITY_PROVIDER -> true;
                    case BUCKET, BUCKET_POLICY, ROLE, WEBHOOK, CHANNEL, SCHEDULE, TEST_FILE -> false;
                };
        };
    }

    private static ChangeMark.Kind mark(Change change) {
        return switch (change) {
            case Change.Create _ -> ChangeMark.Kind.CREATE;
            case Change.Update _ -> ChangeMark.Kind.UPDATE;
            case Change.Delete _ -> ChangeMark.Kind.DELETE;
            case Change.Keep _ -> ChangeMark.Kind.KEEP;
            case Change.Conflict _ -> ChangeMark.Kind.CONFLICT;
        };
    }

    private Banner decision(Change.Conflict conflict) {
        FailureText told = words.of(conflict.failure());
        boolean mayBeChanged = conflict.found().isPresent();
        String more = mayBeChanged ? words.texts().get("wizard.change.unasked") : told.remedy();
        Banner banner = new Banner(
                Banner.Kind.WARNING,
                told.sentence(),
                told.cause().map(cause -> cause + " " + more).orElse(more));
        List<Button> buttons = new ArrayList<>();
        boolean wrong = conflict.failure() instanceof Failure.Invalid;
        buttons.add(button(wrong ? "wizard.correct-it" : "wizard.change.another-name", () -> another.accept(conflict)));
        if (mayBeChanged) buttons.add(button("wizard.change.anyway", () -> anyway.accept(conflict)));
        banner.setButtons(buttons.toArray(Button[]::new));
        if (firstConflict == null) firstConflict = buttons.getFirst();
        return banner;
    }

    private Button button(String key, Runnable run) {
        Button button = Buttons.compact(words.texts().get(key));
        button.setOnAction(_ -> run.run());
        return button;
    }

    /** Where a decision is made first. */
    public Optional<Node> firstConflict() {
        return Optional.ofNullable(firstConflict);
    }
}
