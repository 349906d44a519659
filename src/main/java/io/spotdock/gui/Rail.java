package io.spotdock.gui;

import io.spotdock.gui.control.StepLine;
import io.spotdock.gui.control.StepMark;
import io.spotdock.gui.control.StepRail;
import io.spotdock.gui.step.Standing;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** The list of steps of one desk, in words. */
final class Rail {
    private final Texts texts;
    private final StepRail<StepId> rail;

    Rail(Desk desk, Texts texts, Runnable save, Runnable help) {
        this.texts = texts;
        rail = new StepRail<>(texts.get("wizard.title"), desk::goTo);
        Button saving = StepRail.tool(Feather.SAVE, texts.get("wizard.save-settings"));
        saving.setId("save-settings");
        saving.setOnAction(_ -> save.run());
        Button helping = StepRail.tool(Feather.HELP_CIRCLE, texts.get("wizard.help"));
        helping.setId("help");
        helping.setOnAction(_ -> help.run());
        rail.setTools(saving, helping);
        desk.rows().subscribe(this::show);
    }

    StepRail<StepId> node() {
        return rail;
    }

    private void show(List<Desk.Row> rows) {
        rail.setSteps(rows.stream().map(row -> line(row, rows.size())).toList());
    }

    private StepLine<StepId> line(Desk.Row row, int count) {
        String name = texts.get("wizard.step." + row.step().name().toLowerCase(Locale.ROOT));
        String second =
                row.current() ? "" : row.standing().line().map(texts::of).orElse("");
        StepMark mark = row.current() ? StepMark.CURRENT : mark(row.standing().kind());
        String state = texts.get("wizard.state." + mark.name().toLowerCase(Locale.ROOT));
        String spoken = texts.get("wizard.step-spoken", name, row.number(), count, state);
        return new StepLine<>(
                row.step(), row.number(), mark, name, second, second.isEmpty() ? spoken : spoken + ", " + second);
    }

    private static StepMark mark(Standing.Kind kind) {
        return switch (kind) {
            case TO_DO -> StepMark.TODO;
            case DONE -> StepMark.DONE;
            case LOOK -> StepMark.LOOK;
            case FAULT -> StepMark.FAULT;
        };
    }
}
