package io.spotdock.gui.step.bucket;

import io.spotdock.gui.control.CardList;
import io.spotdock.gui.control.CheckOption;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.text.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a new bucket is like, and the one thing about it that is a choice. */
final class HowItIsMade extends VBox {
    private final GridPane facts = new GridPane();
    private final List<HBox> three;

    HowItIsMade(BucketModel model, Texts texts) {
        Label encryption = Labels.hint("");
        model.keyed()
                .subscribe(own -> encryption.setText(
                        texts.get(own ? "wizard.bucket.encrypted.kms" : "wizard.bucket.encrypted.s3")));
        three = List.of(
                fact(Feather.KEY, texts.get("wizard.bucket.encrypted"), encryption),
                fact(
                        Feather.LOCK,
                        texts.get("wizard.bucket.private"),
                        Labels.hint(texts.get("wizard.bucket.private.says"))),
                fact(
                        Feather.USER_CHECK,
                        texts.get("wizard.bucket.yours"),
                        Labels.hint(texts.get("wizard.bucket.yours.says"))));
        facts.setHgap(Grid.COLUMNS);
        facts.setVgap(Grid.FIELDS);
        facts.getChildren().setAll(three);
        CheckOption tls = new CheckOption(texts.get("wizard.bucket.tls"), texts.get("wizard.bucket.tls.says"));
        model.tlsOnly().subscribe(tls::setSelected);
        tls.selectedProperty().subscribe((_, now) -> model.refuseWithoutTls(now));
        facts.setPadding(new Insets(Grid.FIELDS));
        tls.setPadding(new Insets(Grid.FIELDS));
        getChildren().add(new Section(texts.get("wizard.bucket.how"), new CardList(facts, tls)));
        setNarrow(false);
    }

    private static HBox fact(Feather glyph, String title, Label says) {
        VBox words = new VBox(Labels.body(title), says);
        words.setMinWidth(0);
        HBox fact = new HBox(12, Icons.of(glyph, Tone.MUTED), words);
        fact.setMinWidth(Region.USE_PREF_SIZE);
        return fact;
    }

    void setNarrow(boolean narrow) {
        facts.getColumnConstraints().clear();
        for (int i = 0; i < three.size(); i++) {
            GridPane.setConstraints(three.get(i), narrow ? 0 : i, narrow ? i : 0);
            if (narrow && i > 0) continue;
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(narrow ? 100 : 100.0 / three.size());
            facts.getColumnConstraints().add(share);
        }
    }
}
