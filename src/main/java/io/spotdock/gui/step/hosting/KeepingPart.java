package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.CheckOption;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.port.Keychain.Item;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** What the keychain has to do with signing in: before it, the box and what may be used; afterwards, what is kept. */
final class KeepingPart extends VBox {
    private final HostingModel model;
    private final Texts texts;
    private final Telling telling;
    private final boolean connected;
    private final CheckOption box;

    private KeepingPart(HostingModel model, Texts texts, boolean connected) {
        super(Grid.FIELDS);
        this.model = model;
        this.texts = texts;
        this.connected = connected;
        telling = new Telling(texts);
        box = new CheckOption(texts.get("wizard.hosting.keep"), "");
        box.selectedProperty().bindBidirectional(keeping().wanted());
        keeping().sight().subscribe(this::show);
        keeping().working().running().subscribe(() -> show(keeping().sight().get()));
        model.connecting().running().subscribe(() -> show(keeping().sight().get()));
    }

    static KeepingPart ofSignIn(HostingModel model, Texts texts) {
        return new KeepingPart(model, texts, false);
    }

    static KeepingPart ofConnected(HostingModel model, Texts texts) {
        return new KeepingPart(model, texts, true);
    }

    private Keeping keeping() {
        return model.keeping();
    }

    private void show(Keeping.Sight sight) {
        List<Node> nodes = new ArrayList<>();
        if (sight.offered() && !connected) {
            box.setBoxDisable(sight.hindrance().isPresent() || isBusy());
            box.setSecondLine(sight.hindrance()
                    .map(texts::of)
                    .orElseGet(() -> texts.get("wizard.hosting.keep.text", keychain())));
            nodes.add(box);
        }
        sight.kept().ifPresent(item -> nodes.add(kept(item)));
        sight.trouble().ifPresent(notice -> nodes.add(telling.banner(notice)));
        getChildren().setAll(nodes);
        setManaged(!nodes.isEmpty());
    }

    private Node kept(Item item) {
        Notice notice = new Notice(
                Notice.Kind.INFO,
                item.user().isEmpty()
                        ? Fault.of("wizard.hosting.keychain.token", item.host().name(), keychain())
                        : Fault.of(
                                "wizard.hosting.keychain.password",
                                item.user(),
                                item.host().name(),
                                keychain()),
                Fault.of(connected ? "wizard.hosting.keychain.until" : "wizard.hosting.keychain.asks"),
                "");
        Button forget = Buttons.compact(texts.get("wizard.hosting.keychain.forget"));
        forget.setOnAction(_ -> keeping().forget());
        forget.setDisable(isBusy());
        if (connected) return telling.banner(notice, forget);
        Button use = Buttons.compact(texts.get("wizard.hosting.keychain.use"));
        use.setOnAction(_ -> model.connectAsKept());
        use.setDisable(isBusy());
        return telling.banner(notice, use, forget);
    }

    private boolean isBusy() {
        return keeping().working().running().get()
                || model.connecting().running().get();
    }

    private String keychain() {
        return texts.of(keeping().keychain());
    }
}
