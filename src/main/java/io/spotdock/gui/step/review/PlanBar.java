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
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** How much of what a plan holds, and the button that saves it. */
final class PlanBar extends HBox {
    private final Texts texts;

    PlanBar(ReviewModel model, ChangeTexts words, Plan plan, Function<Window, Optional<Path>> whereTo) {
        super(16);
        texts = words.texts();
        setAlignment(Pos.CENTER_LEFT);
        count(ChangeMark.Kind.CREATE, "wizard.review.to-create", plan.count("create"));
        count(ChangeMark.Kind.UPDATE, "wizard.review.to-update", plan.count("update"));
        count(ChangeMark.Kind.KEEP, "wizard.review.to-keep", plan.count("keep"));
        count(ChangeMark.Kind.CONFLICT, "wizard.review.to-decide", plan.count("conflict"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label saved = Labels.hint("");
        model.saved().subscribe(told -> saved.setText(told.map(texts::of).orElse("")));
        Button save = Buttons.with(Feather.DOWNLOAD, Buttons.text(texts.get("wizard.review.save")));
        save.setOnAction(_ ->
                whereTo.apply(save.getScene().getWindow()).ifPresent(file -> model.save(file, content(file, plan))));
        getChildren().addAll(space, saved, save);
    }

    private void count(ChangeMark.Kind kind, String key, long number) {
        if (number == 0) return;
        HBox pair = new HBox(8, new ChangeMark(kind), Labels.body(texts.get(key, number)));
        pair.setAlignment(Pos.CENTER_LEFT);
        pair.setMinWidth(USE_PREF_SIZE);
        getChildren().add(pair);
    }

    private String content(Path file, Plan plan) {
        return file.toString().endsWith(".json")
                ? new PlanJson(texts).written(plan)
                : new PlanText(texts, Marks.NONE).of(plan);
    }

    /** The system's own window for choosing a file. */
    static Function<Window, Optional<Path>> chooser(Texts texts) {
        return window -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName("spotdock-plan.txt");
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(texts.get("wizard.review.save.text"), "*.txt"),
                            new FileChooser.ExtensionFilter(texts.get("wizard.review.save.json"), "*.json"));
            return Optional.ofNullable(chooser.showSaveDialog(window)).map(File::toPath);
        };
    }
}
