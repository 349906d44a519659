package io.spotdock.gui.step.webhook;

import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.webhook.Removing.Phase;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.text.Texts;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The quiet way to remove the webhook, the question before it, and that it is done. */
final class RemovalPart extends VBox {
    private final WebhookModel model;
    private final Removing removing;
    private final Texts texts;
    private final Hyperlink link;

    RemovalPart(WebhookModel model, Texts texts) {
        this.model = model;
        removing = model.removing();
        this.texts = texts;
        link = Buttons.link(new Action(texts.get("wizard.webhook.remove"), removing::ask));
        removing.phase().subscribe(this::show);
        model.sight().subscribe(_ -> show(removing.phase().get()));
        model.webhook().subscribe(_ -> show(removing.phase().get()));
    }

    private void show(Phase phase) {
        Optional<Node> shown = switch (phase) {
            case Phase.Idle _ -> removing.isPossible() ? Optional.of(link) : Optional.empty();
            case Phase.Asking(var _, Plan plan) -> Optional.of(question(plan));
            case Phase.Gone(String name) -> Optional.of(gone(name));
        };
        if (getChildren().equals(shown.stream().toList())) return;
        getChildren().setAll(shown.stream().toList());
        setManaged(shown.isPresent());
    }

    private Node question(Plan plan) {
        String name = Found.standing(plan).map(webhook -> webhook.name()).orElse("");
        boolean theirs =
                Found.webhook(plan).filter(Change.Conflict.class::isInstance).isPresent();
        boolean channel = Found.channel(plan).filter(Change::writes).isPresent();
        StringBuilder says = new StringBuilder(texts.get("wizard.webhook.remove.says", model.org()));
        if (channel) says.append(' ').append(texts.get("wizard.webhook.remove.channel"));
        says.append(' ').append(texts.get(theirs ? "wizard.webhook.remove.theirs" : "wizard.webhook.remove.ours"));
        Button keep = Buttons.compact(texts.get("wizard.webhook.remove.keep"));
        keep.setOnAction(_ -> {
            removing.dismiss();
            link.requestFocus();
        });
        Button remove = Buttons.compact(texts.get("wizard.webhook.remove.do"));
        remove.setOnAction(_ -> removing.remove());
        // Whoever only presses Enter keeps what there is.
        Platform.runLater(keep::requestFocus);
        return Card.small(new VBox(
                Grid.STEP,
                new VBox(
                        Grid.HALF,
                        Labels.strong(texts.get("wizard.webhook.remove.question", name, model.org())),
                        Labels.muted(says.toString())),
                new FlowPane(Grid.STEP, Grid.STEP, keep, remove)));
    }

    /** A screen reader learns of it by the keyboard's going there. */
    private Node gone(String name) {
        Banner banner = new Banner(Banner.Kind.SUCCESS, "", texts.get("wizard.webhook.removed", name, model.org()));
        Platform.runLater(banner::requestFocus);
        return banner;
    }
}
