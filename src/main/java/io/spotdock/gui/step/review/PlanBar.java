package io.spotdock.gui.step.review;

import io.spotdock.gui.change.ChangeTexts;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.ChangeMark;
import io.spotdock.gui.control.Labels;
import io.spotdock.plan.Plan;
import io.spotdock.text.Texts;
import io.spotdock.text.plan.Marks;
import io.spotdock.text.plan.PlanJson;
import io.spotdock.text.plan.PlanText;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How much of what a plan holds, and the button that saves it. */
final class PlanBar extends HBox {
    PlanBar(ReviewModel model, ChangeTexts words, Plan plan) {
        super(16);
        Texts texts = words.texts();
        setAlignment(Pos.CENTER_LEFT);
        count(texts, ChangeMark.Kind.CREATE, "wizard.review.to-create", plan.count("create"));
        count(texts, ChangeMark.Kind.UPDATE, "wizard.review.to-update", plan.count("update"));
        count(texts, ChangeMark.Kind.KEEP, "wizard.review.to-keep", plan.count("keep"));
        count(texts, ChangeMark.Kind.CONFLICT, "wizard.review.to-decide", plan.count("conflict"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label saved = Labels.hint("");
        model.saved().subscribe(told -> saved.setText(told.map(texts::of).orElse("")));
        Button save = Buttons.with(Feather.DOWNLOAD, Buttons.text(texts.get("wizard.review.save")));
        save.setOnAction(_ -> model.save(texts.get("wizard.review.save.title"), file -> content(file, plan, texts)));
        getChildren().addAll(space, saved, save);
    }

    private void count(Texts texts, ChangeMark.Kind kind, String key, long number) {
        if (number == 0) return;
        HBox pair = new HBox(8, new ChangeMark(kind), Labels.body(texts.get(key, number)));
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(USE_PREF_SIZE);
        getChildren().add(pair);
    }

    static String content(Path file, Plan plan, Texts texts) {
        return file.toString().endsWith(".json")
                ? new PlanJson(texts).written(plan)
                : new PlanText(texts, Marks.NONE).of(plan);
    }
}
