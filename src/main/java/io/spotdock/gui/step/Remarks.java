package io.spotdock.gui.step;

import io.spotdock.gui.control.Field;
import io.spotdock.gui.control.Message;
import io.spotdock.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows remarks and entries in the fields of a view. */
public final class Remarks {
    private final Texts texts;

    public Remarks(Texts texts) {
        this.texts = texts;
    }

    /** Lets a field say what a model remarks. */
    public void show(ObservableValue<Remark> remark, Field field) {
        remark.subscribe(now -> field.setMessage(message(now)));
    }

    public Message message(Remark remark) {
        Message message = new Message(
                switch (remark.kind()) {
                    case NONE -> Message.Kind.NONE;
                    case CHECKING -> Message.Kind.CHECKING;
                    case GOOD -> Message.Kind.GOOD;
                    case KNOW -> Message.Kind.KNOW;
                    case LOOK -> Message.Kind.LOOK;
                    case ERROR -> Message.Kind.ERROR;
                },
                texts.of(remark.text()));
        Message spoken = switch (remark.kind()) {
            case ERROR -> message.spoken(texts.get("wizard.spoken.error"));
            case LOOK -> message.spoken(texts.get("wizard.spoken.look"));
            case NONE, CHECKING, GOOD, KNOW -> message;
        };
        return remark.repair()
                .map(repair -> spoken.withFix(texts.of(repair.label()), repair.run()))
                .orElse(spoken);
    }

    /** Tells an entry when its control was left. */
    public static void watch(Node control, DraftEntry entry) {
        control.focusedProperty().subscribe((was, is) -> {
            if (was && !is) entry.left();
        });
    }
}
