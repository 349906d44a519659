package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Fault;
import io.spotdock.domain.Org;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Fact;
import io.spotdock.gui.control.FactsTable;
import io.spotdock.gui.control.Icons;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.Message;
import io.spotdock.gui.control.SearchField;
import io.spotdock.gui.control.Tone;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What ThoughtSpot answered, and the Org to choose where there are several. */
final class ConnectedCard {
    private static final double LABELS = 176;

    private final HostingModel model;
    private final Texts texts;
    private final Telling telling;
    private final SearchField<Org> org;
    private final KeepingPart keeping;
    private final VBox content = new VBox(Grid.FIELDS);
    private final Card card = new Card(content);

    ConnectedCard(HostingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        telling = new Telling(texts);
        keeping = KeepingPart.ofConnected(model, texts);
        org = new SearchField<>(
                texts.get("wizard.hosting.org-choice"), texts.get("wizard.hosting.org-says"), Org::name);
        org.setMaxWidth(Grid.SIDE_COLUMN);
        org.valueProperty().subscribe(chosen -> {
            if (chosen != null) model.enter(chosen);
        });
        model.orgFault().subscribe(fault -> {
            org.setMessage(telling.error(fault));
            if (fault.isPresent()) showOrg(model.sight().get());
        });
        model.enteringOrg().slow().subscribe(slow -> {
            if (slow) org.setMessage(new Message(Message.Kind.CHECKING, texts.get("wizard.hosting.entering-org")));
            else org.setMessage(telling.error(model.orgFault().get()));
        });
        model.sight().subscribe(this::show);
    }

    private void show(Sight sight) {
        content.getChildren().clear();
        if (sight.connected().isEmpty()) return;
        String host = sight.connected().get().host().name();
        String where =
                sight.signedIn().map(until -> host + " · " + texts.of(until)).orElse(host);
        content.getChildren().addAll(heading(where), new VBox(line(), facts(sight)));
        if (!sight.orgs().isEmpty()) {
            showOrg(sight);
            content.getChildren().add(org);
        }
        for (Notice notice : sight.notices()) content.getChildren().add(telling.banner(notice));
        sight.externalIdNotice().ifPresent(notice -> content.getChildren().add(externalId(notice)));
        content.getChildren().add(keeping);
        VBox remarks = new VBox(Grid.STEP);
        for (Fault shortage : sight.shortages()) remarks.getChildren().add(remark(texts.of(shortage)));
        if (sight.offersOtherStorage()) remarks.getChildren().add(remark(texts.get("note.gcs-offered")));
        if (!remarks.getChildren().isEmpty()) content.getChildren().add(remarks);
    }

    private static Node line() {
        Separator line = new Separator();
        line.getStyleClass().add("small");
        return line;
    }

    private Node heading(String where) {
        VBox words = new VBox(Labels.sectionTitle(texts.get("wizard.hosting.connected")), Labels.muted(where));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button disconnect = Buttons.outlined(texts.get("wizard.hosting.disconnect"));
        disconnect.setOnAction(_ -> model.disconnect());
        HBox heading = new HBox(12, Icons.of(Feather.CHECK_CIRCLE, 20, Tone.SUCCESS), words, disconnect);
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private Node facts(Sight sight) {
        List<Fact> facts = new ArrayList<>();
        for (Answer answer : sight.answers()) {
            if (answer.about() == Answer.About.ORG && !sight.orgs().isEmpty()) continue;
            String label = texts.of(answer.about().label());
            Fact fact = answer.about().isCode() ? new Fact(label, answer.value()) : Fact.inWords(label, answer.value());
            facts.add(fact.explained(answer.says().map(texts::of).orElse("")));
        }
        return FactsTable.lined(LABELS, facts);
    }

    private void showOrg(Sight sight) {
        sight.connected().ifPresent(it -> {
            if (!org.items().equals(sight.orgs())) org.items().setAll(sight.orgs());
            org.setValue(it.user().currentOrg());
        });
    }

    private Node externalId(Notice notice) {
        Button take = Buttons.compact(texts.get("wizard.hosting.external-id-take"));
        take.setOnAction(_ -> model.takeTheirExternalId());
        return telling.banner(notice, take);
    }

    private static Node remark(String text) {
        Label words = Labels.hint(text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(Grid.STEP, Icons.of(Feather.INFO, Tone.MUTED), words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    Card card() {
        return card;
    }

    Node org() {
        return org.control();
    }
}
