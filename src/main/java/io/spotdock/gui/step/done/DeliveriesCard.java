package io.spotdock.gui.step.done;

import io.spotdock.check.Delivery;
import io.spotdock.check.RecentDeliveries;
import io.spotdock.gui.control.A11y;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Prose;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Spinner;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The deliveries of the last days: one quiet line until somebody wants to see them. */
final class DeliveriesCard {
    private static final int MOST_ROWS = 20;

    private final DoneModel model;
    private final Texts texts;
    private final DeliveryRow rows;
    private final Button button = Buttons.compact("");
    private final Section section;

    DeliveriesCard(DoneModel model, Texts texts, ZoneId zone) {
        this.model = model;
        this.texts = texts;
        rows = new DeliveryRow(texts, zone);
        button.setId("deliveries");
        section = new Section(texts.get("wizard.done.deliveries"));
        section.setEnd(button);
        model.deliveries().arrivals().subscribe(this::show);
    }

    Section node() {
        return section;
    }

    private void show(Arrivals arrivals) {
        boolean looking = arrivals instanceof Arrivals.Looking;
        boolean unasked = arrivals instanceof Arrivals.Unasked;
        button.setText(texts.get(
                looking ? "wizard.cancel" : unasked ? "wizard.done.deliveries.show" : "wizard.done.deliveries.again"));
        button.setOnAction(_ -> {
            if (looking) model.deliveries().forget();
            else model.lookAtDeliveries();
        });
        section.setNote("");
        A11y.help(button, "");
        switch (arrivals) {
            case Arrivals.Unasked _ -> section.setContent(Labels.hint(texts.get("wizard.done.deliveries.about")));
            case Arrivals.Looking _ -> section.setContent(looking());
            case Arrivals.None _ -> tell(info("wizard.done.deliveries.none"));
            case Arrivals.NotKept _ -> tell(info("wizard.done.deliveries.not-kept"));
            case Arrivals.NotAllowed _ -> tell(info("wizard.done.deliveries.not-allowed"));
            case Arrivals.NotConnected _ -> {
                Banner banner = info("wizard.done.deliveries.not-connected");
                Button hosting = Buttons.compact(texts.get("wizard.done.deliveries.connect"));
                hosting.setOnAction(_ -> model.deliveries().connect());
                banner.setButtons(hosting);
                tell(banner);
            }
            case Arrivals.Failed(var failure) -> tell(new Telling(texts).banner(Notice.of(failure)));
            case Arrivals.Listed(List<Delivery> deliveries) -> list(deliveries);
        }
    }

    private Node looking() {
        HBox line = new HBox(
                Grid.STEP, new Spinner(Icons.NORMAL), Labels.hint(texts.get("wizard.done.deliveries.looking")));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Banner info(String key) {
        return new Banner(Banner.Kind.INFO, texts.get(key), texts.get(key + ".text"));
    }

    private void list(List<Delivery> deliveries) {
        List<Node> shown = new ArrayList<>();
        deliveries.stream().limit(MOST_ROWS).map(rows::of).forEach(shown::add);
        VBox content = new VBox(Grid.STEP, new CardList(shown.toArray(Node[]::new)));
        int more = deliveries.size() - shown.size();
        if (more > 0) content.getChildren().add(new Prose(texts.get("wizard.done.deliveries.more", more), "hint"));
        section.setContent(content);
        String tally = texts.get(
                "wizard.done.deliveries.tally",
                deliveries.size(),
                RecentDeliveries.failed(deliveries).size());
        section.setNote(tally);
        A11y.help(button, tally);
        shown.stream().filter(Node::isFocusTraversable).findFirst().ifPresent(DeliveriesCard::focus);
    }

    private void tell(Banner banner) {
        section.setContent(banner);
        focus(banner);
    }

    /** A screen reader learns of it by the keyboard's going there, as soon as it is in the window. */
    private static void focus(Node node) {
        Platform.runLater(node::requestFocus);
    }
}
