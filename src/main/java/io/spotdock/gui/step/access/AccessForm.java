package io.spotdock.gui.step.access;

import static io.spotdock.settings.Field.ACCOUNT;
import static io.spotdock.settings.Field.EXTERNAL_ID;
import static io.spotdock.settings.Field.ROLE_ARN;
import static io.spotdock.settings.Field.ROLE_NAME;
import static io.spotdock.settings.Field.SERVICE_ACCOUNT;
import static io.spotdock.settings.Field.THOUGHTSPOT_ACCOUNT;

import io.spotdock.domain.GoogleProvider;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.CopyButton;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.RadioGroup;
import io.spotdock.gui.control.RadioRow;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Remarks;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The entries, and which of them are shown when. */
final class AccessForm {
    private final AccessModel model;
    private final Texts texts;
    private final PoliciesPane policies;
    private final Map<Field, TextEntry> fields = new EnumMap<>(Field.class);
    private final Region question;
    private final Region providers;

    AccessForm(AccessModel model, Texts texts, PoliciesPane policies) {
        this.model = model;
        this.texts = texts;
        this.policies = policies;
        add(ROLE_NAME, "wizard.access.role");
        add(ROLE_ARN, "wizard.access.arn");
        add(EXTERNAL_ID, "wizard.access.external-id");
        add(THOUGHTSPOT_ACCOUNT, "wizard.access.account");
        add(SERVICE_ACCOUNT, "wizard.access.service-account");
        TextEntry id = field(EXTERNAL_ID);
        id.setTrailing(
                new CopyButton(texts.get("wizard.access.external-id.copy"), texts.get("wizard.copied"), id::getText));
        TextEntry arn = field(ROLE_ARN);
        arn.setMono(true);
        model.policies()
                .subscribe(now -> arn.setPrompt(texts.get(
                        "wizard.access.arn.prompt", now.draft().text(ACCOUNT).orElse("999888777666"))));
        model.accountRead().subscribe(read -> {
            field(THOUGHTSPOT_ACCOUNT).setLocked(read);
            field(SERVICE_ACCOUNT).setLocked(read);
        });
        question = question();
        providers = providers();
    }

    private void add(Field field, String key) {
        TextEntry entry = new TextEntry(texts.get(key), "");
        // Room for a fault of two lines, in place of the gap to the next field.
        entry.setTallMessage(true);
        entry.textProperty().bindBidirectional(model.entry(field).text());
        Remarks.watch(entry.control(), model.entry(field));
        new Remarks(texts).show(model.remarks(field), entry);
        model.hint(field).subscribe(hint -> entry.setHint(texts.of(hint)));
        policies.follow(field, entry.control());
        fields.put(field, entry);
    }

    TextEntry field(Field field) {
        return Optional.ofNullable(fields.get(field)).orElseThrow();
    }

    private Region question() {
        Button keep = Buttons.compact(texts.get("wizard.access.another.keep"));
        keep.setOnAction(_ -> model.keepTheOldId());
        Button make = Buttons.compact(texts.get("wizard.access.another.make"));
        make.setOnAction(_ -> model.makeAnotherId());
        model.askingForAnotherId().subscribe(asking -> {
            // Whoever only presses Enter keeps what there is.
            if (asking) javafx.application.Platform.runLater(keep::requestFocus);
        });
        return Card.small(new VBox(
                Grid.STEP,
                new VBox(
                        Grid.HALF,
                        Labels.strong(texts.get("wizard.access.another.question")),
                        Labels.muted(texts.get("wizard.access.another.says"))),
                new FlowPane(Grid.STEP, Grid.STEP, keep, make)));
    }

    private Region providers() {
        RadioGroup<GoogleProvider> group = new RadioGroup<>();
        RadioRow inAccount = group.add(
                GoogleProvider.IN_ACCOUNT,
                new RadioRow(
                        texts.get("wizard.access.provider.in-account"),
                        texts.get("wizard.access.provider.in-account.says")));
        RadioRow builtIn = group.add(
                GoogleProvider.BUILT_IN,
                new RadioRow(
                        texts.get("wizard.access.provider.built-in"),
                        texts.get("wizard.access.provider.built-in.says")));
        model.provider().subscribe(group::setValue);
        group.valueProperty().subscribe(chosen -> {
            if (chosen != null && chosen != model.provider().get()) model.choose(chosen);
        });
        return new VBox(Grid.STEP, Labels.strong(texts.get("wizard.access.provider")), inAccount, builtIn);
    }

    /** What is to be entered as things are, in reading order. */
    List<Region> shown() {
        List<Region> shown = new ArrayList<>();
        boolean elsewhere = model.elsewhere().get();
        shown.add(field(elsewhere ? ROLE_ARN : ROLE_NAME));
        // Beside a role that others make, only what is still to be entered.
        boolean asked = !elsewhere || !model.accountRead().get();
        if (model.gcp().get()) {
            if (asked) shown.add(field(SERVICE_ACCOUNT));
            shown.add(providers);
            return shown;
        }
        shown.add(field(EXTERNAL_ID));
        if (model.askingForAnotherId().get()) shown.add(question);
        if (asked) shown.add(field(THOUGHTSPOT_ACCOUNT));
        return shown;
    }

    /** The first that is empty, else the first. */
    Node first() {
        List<Field> order = List.of(ROLE_NAME, ROLE_ARN, EXTERNAL_ID, SERVICE_ACCOUNT, THOUGHTSPOT_ACCOUNT);
        List<Region> shown = shown();
        return order.stream()
                .filter(field -> shown.contains(field(field)))
                .filter(field -> model.entry(field).isEmpty())
                .findFirst()
                .map(field -> (Node) field(field).control())
                .orElseGet(() ->
                        field(model.elsewhere().get() ? ROLE_ARN : ROLE_NAME).control());
    }
}
