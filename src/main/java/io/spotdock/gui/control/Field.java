package io.spotdock.gui.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A labelled control with a line for its hint or message: 20, 36 and 16 high with 4 between, whatever it has to say.
 * The label's mnemonic leads to the control; a screen reader reads label, value, message and hint.
 */
public abstract sealed class Field extends VBox permits TextEntry, Choice, PreviewField {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final Label label = Labels.strong("");
    private final Label optional = Labels.hint("");
    private final StackPane holder = new StackPane();
    private final HBox trailing = new HBox();
    private final MessageLine line;
    private @Nullable Node leading;
    private final ObjectProperty<Message> message = new SimpleObjectProperty<>(this, "message", Message.NONE);

    protected Field(String labelText, String hintText) {
        line = new MessageLine(hintText);
        getStyleClass().add("field");
        label.setMnemonicParsing(true);
        label.setWrapText(false);
        label.setText(labelText);
        optional.setWrapText(false);
        HBox heading = new HBox(label);
        heading.getStyleClass().add("field-heading");
        optional.textProperty().subscribe(text -> {
            heading.getChildren().remove(optional);
            if (!text.isEmpty()) heading.getChildren().add(optional);
        });
        trailing.getStyleClass().add("field-trailing");
        trailing.setPickOnBounds(false);
        trailing.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        holder.getStyleClass().add("field-control");
        getChildren().addAll(heading, holder, line);
        message.subscribe(said -> {
            line.setMessage(said);
            pseudoClassStateChanged(ERROR, said.kind() == Message.Kind.ERROR);
            speak();
        });
        label.textProperty().subscribe(this::speak);
    }

    /** The control that takes the keyboard. */
    public abstract Control control();

    /** To be called by a kind of field when its control is there, or is another one now. */
    protected final void show(Control control) {
        control.setMaxWidth(Double.MAX_VALUE);
        holder.getChildren().setAll(control, trailing);
        if (leading != null && !(control instanceof TextField))
            holder.getChildren().add(leading);
        StackPane.setAlignment(trailing, Pos.CENTER_RIGHT);
        label.setLabelFor(control);
        speak();
    }

    public final void setLabel(String text) {
        label.setText(text);
    }

    public final String getLabel() {
        return label.getText();
    }

    /** A word behind the label, such as "optional". */
    public final void setAside(String text) {
        optional.setText(text);
    }

    public final void setHint(String text) {
        line.setHint(text);
        speak();
    }

    public final ObjectProperty<Message> messageProperty() {
        return message;
    }

    public final Message getMessage() {
        return message.get();
    }

    public final void setMessage(Message said) {
        message.set(said);
    }

    /** Reserves two lines for hint and message. */
    public final void setTallMessage(boolean tall) {
        line.setTall(tall);
    }

    /** A small icon at the left-hand end of the control; the stylesheet makes room for it. */
    final void setLeading(Node mark) {
        StackPane.setAlignment(mark, Pos.CENTER_LEFT);
        mark.setMouseTransparent(true);
        leading = mark;
        holder.getChildren().add(mark);
    }

    /** Small nodes at the right-hand end of the control: a copy button, an icon. */
    public final void setTrailing(Node... nodes) {
        trailing.getChildren().setAll(nodes);
        trailingChanged(nodes.length);
    }

    /** A kind of field may make room. */
    protected void trailingChanged(int count) {}

    /** Puts the keyboard where the fault is. */
    public final void focusControl() {
        control().requestFocus();
    }

    private void speak() {
        if (!(label.getLabelFor() instanceof Control control)) return;
        A11y.name(control, label.getText());
        A11y.help(control, line.spoken());
    }
}
