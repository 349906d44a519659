package io.spotdock.gui.step.access;

import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pane "Give ThoughtSpot access", or "Have the role made". */
public final class AccessView implements StepView {
    private final AccessModel model;
    private final Texts texts;
    private final PaneHeader header;
    private final PoliciesPane policies;
    private final AccessForm form;
    private final ForTheCloudTeam team;
    private final GridPane left = new GridPane();
    private final VBox right = new VBox(Grid.FIELDS);
    private final Node legend;
    private final Columns columns;
    private final VBox content;
    private boolean narrow;

    public AccessView(AccessModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        header = new PaneHeader(texts.get("wizard.access.title"), texts.get("wizard.access.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.access.help")));
        policies = new PoliciesPane(model, texts);
        form = new AccessForm(model, texts, policies);
        team = new ForTheCloudTeam(model, texts);
        legend = policies.legend();
        left.setHgap(Grid.COLUMNS);
        columns = Columns.sideAndRest(Grid.SIDE_COLUMN, left, right);
        content = new VBox(Grid.SECTIONS, header, columns);
        content.setMaxWidth(Grid.CONTENT_MAX);
        model.elsewhere().subscribe(this::turn);
        model.gcp().subscribe(this::arrange);
        model.accountRead().subscribe(this::arrange);
        model.askingForAnotherId().subscribe(this::arrange);
        arrange();
    }

    /** To the other form, with the keyboard where it begins. */
    private void turn(boolean elsewhere) {
        boolean inside = left.getScene() != null && isInside(left.getScene().getFocusOwner());
        header.setTitle(texts.get(elsewhere ? "wizard.access.elsewhere.title" : "wizard.access.title"));
        header.setExplanation(
                texts.get(elsewhere ? "wizard.access.elsewhere.explanation" : "wizard.access.explanation"));
        arrange();
        if (inside) form.first().requestFocus();
    }

    private boolean isInside(@org.jspecify.annotations.Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) if (each.equals(left)) return true;
        return false;
    }

    private void arrange() {
        boolean elsewhere = model.elsewhere().get();
        List<Region> cells = new ArrayList<>(form.shown());
        Region last = elsewhere ? team.files() : team.offer(narrow);
        cells.add(last);
        int across = narrow ? 2 : 1;
        left.getChildren().clear();
        left.getColumnConstraints().clear();
        for (int i = 0; i < across; i++) left.getColumnConstraints().add(share(across));
        for (int i = 0; i < cells.size(); i++) {
            left.add(cells.get(i), i % across, i / across);
            // The others end in the two lines of a message.
            if (cells.get(i) instanceof Card) GridPane.setMargin(cells.get(i), new Insets(0, 0, Grid.FIELDS, 0));
        }
        GridPane.setMargin(last, new Insets(narrow || elsewhere ? 0 : Grid.STEP, 0, 0, 0));
        left.add(team.outcome(), 0, cells.size(), across, 1);
        GridPane.setMargin(team.outcome(), new Insets(Grid.STEP, 0, 0, 0));
        right.getChildren().setAll(policies.pair());
        if (elsewhere || narrow) right.getChildren().add(legend);
        else {
            left.add(legend, 0, cells.size() + 1);
            GridPane.setMargin(legend, new Insets(Grid.FIELDS, 0, 0, 0));
        }
    }

    private static ColumnConstraints share(int across) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(100.0 / across);
        share.setHgrow(Priority.ALWAYS);
        share.setFillWidth(true);
        return share;
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return form.first();
    }

    @Override
    public Optional<Node> controlOf(Field field) {
        return switch (field) {
            case ROLE_NAME, ROLE_ARN, EXTERNAL_ID, THOUGHTSPOT_ACCOUNT, SERVICE_ACCOUNT ->
                Optional.of(form.field(field).control());
            default -> Optional.empty();
        };
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public void setNarrow(boolean now) {
        narrow = now;
        columns.setStacked(now);
        policies.pair().setTabbed(now);
        arrange();
    }
}
