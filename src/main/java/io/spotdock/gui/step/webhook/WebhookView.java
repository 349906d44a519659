package io.spotdock.gui.step.webhook;

import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.StepView;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The pane "Connect the webhook". */
public final class WebhookView implements StepView {
    private final WebhookModel model;
    private final PaneHeader header;
    private final WebhookFields fields;
    private final Columns first;
    private final SignInFields signIn;
    private final Options options;
    private final AdvancedFields advanced;
    private final AtThoughtSpot thoughtSpot;
    private final VBox above = new VBox();
    private final VBox form = new VBox(Grid.COLUMNS);
    private final VBox below = new VBox();
    private final VBox content = new VBox(Grid.SECTIONS);

    public WebhookView(WebhookModel model, Texts texts) {
        this.model = model;
        header = new PaneHeader(texts.get("wizard.webhook.title"), texts.get("wizard.webhook.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.webhook.help")));
        fields = new WebhookFields(model, texts);
        first = Columns.sideAndRest(Grid.SIDE_COLUMN, fields.of(Field.WEBHOOK_NAME), fields.of(Field.WEBHOOK_URL));
        signIn = new SignInFields(model.form(), fields, texts);
        options = new Options(model, texts);
        advanced = new AdvancedFields(model, fields, texts);
        thoughtSpot = new AtThoughtSpot(model, texts);
        form.getChildren().addAll(new VBox(Grid.FIELDS, first, signIn), options, advanced);
        content.getChildren().addAll(header, above, form, below, new RemovalPart(model, texts));
        content.setMaxWidth(Grid.CONTENT_MAX);
        model.sight().subscribe(this::show);
        // What other steps say of where the files go may be another thing while this one stands as it stood.
        model.footer().subscribe(_ -> {
            Sight sight = model.sight().get();
            if (sight instanceof Sight.Incomplete || sight instanceof Sight.Unconnected) show(sight);
        });
    }

    private void show(Sight sight) {
        var banner = thoughtSpot.banner(sight);
        above.getChildren().setAll(banner.stream().toList());
        above.setManaged(banner.isPresent());
        below.getChildren().setAll(thoughtSpot.below(sight));
        form.setDisable(sight instanceof Sight.Writing);
        if (sight instanceof Sight.Stopped && content.getScene() != null) banner.ifPresent(Node::requestFocus);
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return model.firstFault()
                .flatMap(this::controlOf)
                .orElse(fields.of(Field.WEBHOOK_NAME).control());
    }

    @Override
    public Optional<Node> controlOf(Field field) {
        return advanced.open(field).or(() -> fields.control(field));
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public void setNarrow(boolean narrow) {
        first.setStacked(narrow);
        signIn.setNarrow(narrow);
        advanced.setNarrow(narrow);
    }
}
