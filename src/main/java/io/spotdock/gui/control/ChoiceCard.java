package io.spotdock.gui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A card that is a radio button: a tile with a short name, a title, a sentence, and perhaps a tag. Put it into a
 * {@link RadioGroup}.
 */
public final class ChoiceCard extends RadioPane {
    private final String title;
    private final String sentence;
    private final HBox heading;

    public ChoiceCard(String tile, String title, String sentence) {
        super("choice-card");
        this.title = title;
        this.sentence = sentence;
        Label name = Labels.sectionTitle(title);
        name.setWrapText(false);
        heading = new HBox(name);
        heading.getStyleClass().add("choice-heading");
        VBox words = new VBox(heading, Labels.muted(sentence));
        words.getStyleClass().add("choice-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label short_ = new Label(tile);
        StackPane square = new StackPane(short_);
        square.getStyleClass().add("choice-tile");
        A11y.decorative(square);
        getChildren().addAll(square, words, mark());
        setTag("");
    }

    /** A tag behind the title, such as "Detected"; empty takes it away. */
    public void setTag(String text) {
        heading.getChildren().removeIf(Tag.class::isInstance);
        if (!text.isEmpty()) heading.getChildren().add(new Tag(text, Tone.SUCCESS));
        A11y.name(this, A11y.sentence(title.replace("_", "__"), text, sentence));
    }
}
