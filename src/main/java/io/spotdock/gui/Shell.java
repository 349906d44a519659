package io.spotdock.gui;

import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Confirm;
import io.spotdock.gui.control.SandboxBand;
import io.spotdock.gui.control.StepRail;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.renewal.RenewalView;
import io.spotdock.gui.step.StepModel;
import io.spotdock.gui.step.StepView;
import io.spotdock.settings.Field;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;

/** What the window shows of one desk: band, list of steps, the current step's view, footer; and questions over it all. */
final class Shell extends StackPane {
    private static final Duration FADE = Duration.millis(150);

    private final Desk desk;
    private final Function<StepId, StepView> makeView;
    private final Map<StepId, StepView> views = new EnumMap<>(StepId.class);
    private final RenewalView renewal;
    private final Rail rail;
    private final Foot foot;
    private final VBox content = new VBox();
    private final VBox column = new VBox();
    private final Scrolling scrolling;
    private Subscription footer = Subscription.EMPTY;
    private boolean narrow;

    /** @param makeView called when a step is first shown: to make all eight takes as long as to make the rest of the window */
    Shell(Desk desk, Function<StepId, StepView> makeView, Texts texts, RenewalView renewal, Runnable leaveSandbox) {
        this.desk = desk;
        this.makeView = makeView;
        this.renewal = renewal;
        renewal.setMaxWidth(Grid.CONTENT_MAX);
        VBox.setMargin(renewal, new Insets(0, 0, Grid.COLUMNS, 0));
        renewal.onEnded(() -> Platform.runLater(() -> view().firstFocus().requestFocus()));
        rail = new Rail(desk, texts, desk::saveSettings, this::help);
        foot = new Foot(texts, desk::back);
        column.getStyleClass().add("content-column");
        column.setMaxWidth(Grid.CONTENT_MAX + 2 * Grid.CONTENT);
        content.getChildren().add(column);
        content.getStyleClass().add("content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("content-scroll");
        scroll.setFocusTraversable(false);
        scrolling = new Scrolling(scroll, content);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        BorderPane frame = new BorderPane(new VBox(scroll, foot.node()));
        frame.setLeft(rail.node());
        frame.getStyleClass().add("shell");
        if (desk.inSandbox())
            frame.setTop(new SandboxBand(
                    texts.get("wizard.sandbox.band"), new Action(texts.get("wizard.sandbox.leave"), leaveSandbox)));
        getChildren().add(frame);
        Keys keys = new Keys(desk, foot::primary, () -> view().header());
        addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
        desk.current().subscribe(this::show);
        desk.wantedFocus().subscribe(this::focus);
    }

    private void fit(double width) {
        boolean small = width > 0 && width < Grid.NARROW;
        if (small != narrow) {
            narrow = small;
            rail.node().setNarrow(small);
            foot.setNarrow(small);
            views.values().forEach(view -> view.setNarrow(small));
        }
        column.setPadding(
                small
                        ? new Insets(Grid.COLUMNS, Grid.SECTIONS, Grid.COLUMNS, Grid.SECTIONS)
                        : new Insets(Grid.CONTENT));
    }

    private void show(StepId step) {
        StepView view = view();
        Region region = view.content();
        region.setMaxWidth(Grid.CONTENT_MAX);
        boolean first = column.getChildren().isEmpty();
        column.getChildren().setAll(renewal, region);
        scrolling.toTop();
        if (!first) fade(region);
        footer.unsubscribe();
        StepModel model = desk.model();
        footer = model.footer().subscribe(now -> foot.show(now, desk.hasBack()));
        // Not before the new nodes are in the window, which those that scroll are by way of a skin.
        Platform.runLater(() -> {
            if (desk.current().get() != step || desk.wantedFocus().get().isPresent()) return;
            applyCss();
            view.firstFocus().requestFocus();
        });
    }

    private static void fade(Node node) {
        if (Platform.getPreferences().isReducedMotion()) return;
        FadeTransition transition = new FadeTransition(FADE, node);
        transition.setFromValue(0);
        transition.setToValue(1);
        transition.play();
    }

    private void focus(Optional<Field> field) {
        field.flatMap(wanted -> view().controlOf(wanted))
                .ifPresent(control -> Platform.runLater(() -> {
                    control.requestFocus();
                    scrolling.show(control);
                }));
        if (field.isPresent()) desk.focused();
    }

    StepView view() {
        return views.computeIfAbsent(desk.current().get(), step -> {
            StepView view = makeView.apply(step);
            view.setNarrow(narrow);
            return view;
        });
    }

    private void help() {
        view().header().toggleHelp();
    }

    /** Says something over the current step, until the next one or until something else is said. */
    void tell(Banner banner) {
        column.getChildren().removeIf(Banner.class::isInstance);
        VBox.setMargin(banner, new Insets(0, 0, Grid.COLUMNS, 0));
        banner.setMaxWidth(Grid.CONTENT_MAX);
        column.getChildren().addFirst(banner);
        fade(banner);
        scrolling.toTop();
    }

    /** Asks over it all, unless something is being asked already: closing the window twice is one wish. */
    void ask(Confirm question) {
        if (getChildren().stream().noneMatch(Confirm.class::isInstance)) question.askOver(this);
    }

    /** Where a quiet word can be said that is about no step. */
    StepRail<?> rail() {
        return rail.node();
    }

    Desk desk() {
        return desk;
    }
}
