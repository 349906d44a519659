package io.spotdock.gui.step.hosting;

import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.ChoiceCard;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.Prose;
import io.spotdock.gui.control.RadioGroup;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Two cards to choose from, and below them the way to let ThoughtSpot answer, or what it answered. */
public final class HostingView implements StepView {
    private final HostingModel model;
    private final Texts texts;
    private final PaneHeader header;
    private final RadioGroup<ThoughtSpotCloud> clouds = new RadioGroup<>();
    private final ChoiceCard aws;
    private final ChoiceCard google;
    private final Columns cards;
    private final SignInCard signIn;
    private final ConnectedCard connected;
    private final VBox content = new VBox(Grid.SECTIONS);

    public HostingView(HostingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        header = new PaneHeader(texts.get("wizard.hosting.title"), texts.get("wizard.hosting.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.hosting.help")));
        aws = clouds.add(
                ThoughtSpotCloud.AWS,
                new ChoiceCard("AWS", texts.get("wizard.hosting.aws"), texts.get("wizard.hosting.aws.text")));
        google = clouds.add(
                ThoughtSpotCloud.GCP,
                new ChoiceCard("GCP", texts.get("wizard.hosting.google"), texts.get("wizard.hosting.google.text")));
        cards = Columns.halves(aws, google);
        signIn = new SignInCard(model, texts);
        connected = new ConnectedCard(model, texts);
        Node trial = trial();
        clouds.valueProperty().subscribe(chosen -> {
            if (chosen != null) model.choose(chosen);
        });
        model.sight().subscribe(this::show);
        model.sight().map(sight -> sight.connected().isPresent()).subscribe(there -> {
            boolean asked = !content.getChildren().isEmpty();
            if (there) content.getChildren().setAll(header, cards, connected.card());
            else content.getChildren().setAll(header, cards, signIn.card(), trial);
            // What had the keyboard is gone; a screen reader learns of the answer by where it is now.
            if (asked) firstFocus().requestFocus();
        });
    }

    private void show(Sight sight) {
        clouds.setValue(sight.cloud().orElse(null));
        Optional<ThoughtSpotCloud> detected = sight.detected();
        String tag = texts.get("wizard.hosting.detected");
        aws.setTag(detected.equals(Optional.of(ThoughtSpotCloud.AWS)) ? tag : "");
        google.setTag(detected.equals(Optional.of(ThoughtSpotCloud.GCP)) ? tag : "");
    }

    private Node trial() {
        Prose invitation = new Prose(
                "**" + texts.get("wizard.hosting.try") + "** " + texts.get("wizard.hosting.try.text"), "muted");
        HBox.setHgrow(invitation, Priority.ALWAYS);
        Button start = Buttons.with(Feather.PACKAGE, Buttons.outlined(texts.get("wizard.hosting.try.start")));
        start.setOnAction(_ -> model.tryWithoutAccount());
        HBox line = new HBox(Grid.COLUMNS, invitation, start);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setFillHeight(false);
        VBox.setMargin(line, new Insets(Grid.FIELDS, 0, 0, 0));
        return line;
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return model.sight().get().connected().isPresent() ? card() : signIn.firstFocus();
    }

    private Node card() {
        return model.sight().get().cloud().equals(Optional.of(ThoughtSpotCloud.GCP)) ? google : aws;
    }

    @Override
    public Optional<Node> controlOf(Field field) {
        boolean there = model.sight().get().connected().isPresent();
        return switch (field) {
            case HOSTING -> Optional.of(card());
            case HOST -> Optional.of(there ? card() : signIn.host());
            case ORG -> Optional.of(there ? connected.org() : signIn.org());
            default -> Optional.empty();
        };
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public void setNarrow(boolean narrow) {
        cards.setStacked(narrow);
        signIn.setNarrow(narrow);
    }
}
