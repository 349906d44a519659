package io.spotdock.gui.step.hosting;

import io.spotdock.domain.Secret;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Choice;
import io.spotdock.gui.control.Field;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.SecretEntry;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Entry;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.gui.step.hosting.SignInForm.Way;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where one connects: address, how to sign in, and the secret, which is in its field only. */
final class SignInCard {
    private static final double SIDE = 176;
    /** From a field's top to its control: its label, and what is between. */
    private static final double LABEL = 24;

    private final HostingModel model;
    private final SignInForm form;
    private final Texts texts;
    private final Telling telling;
    private final TextEntry host;
    private final Choice<Way> way;
    private final TextEntry user;
    private final TextEntry org;
    private final SecretEntry secret;
    private final Button connect;
    private final GridPane fields = new GridPane(Grid.COLUMNS, Grid.FIELDS);
    private final KeepingPart keeping;
    private final VBox trouble = new VBox();
    private final Card card;

    SignInCard(HostingModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        form = model.form();
        telling = new Telling(texts);
        host = new TextEntry(texts.get("wizard.hosting.host"), texts.get("wizard.hosting.host.hint"));
        host.setPrompt(texts.get("wizard.hosting.host.prompt"));
        way = new Choice<>(texts.get("wizard.hosting.way"), "", each -> texts.get(word(each)));
        way.items().setAll(Way.values());
        user = new TextEntry(texts.get("wizard.hosting.user"), texts.get("wizard.hosting.user.hint"));
        org = new TextEntry(texts.get("wizard.hosting.org-wanted"), texts.get("wizard.hosting.org-wanted.hint"));
        secret = new SecretEntry(
                texts.get("wizard.hosting.token"),
                texts.get("wizard.hosting.secret.hint"),
                texts.get("wizard.show"),
                texts.get("wizard.hide"));
        connect = Buttons.outlined(texts.get("wizard.hosting.connect"));
        connect.setMaxWidth(Double.MAX_VALUE);
        keeping = KeepingPart.ofSignIn(model, texts);
        card = new Card(
                new VBox(
                        Grid.HALF,
                        Labels.sectionTitle(texts.get("wizard.hosting.ask")),
                        Labels.muted(texts.get("wizard.hosting.ask.text"))),
                fields,
                keeping,
                trouble);
        layOut();
        bind();
    }

    private void layOut() {
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setMinWidth(0);
        fields.getColumnConstraints()
                .setAll(rest, new ColumnConstraints(SIDE, Region.USE_COMPUTED_SIZE, Double.MAX_VALUE));
        GridPane.setMargin(connect, new Insets(LABEL, 0, 0, 0));
        GridPane.setValignment(connect, VPos.TOP);
        VBox.setMargin(fields, new Insets(Grid.FIELDS, 0, 0, 0));
        VBox.setMargin(keeping, new Insets(Grid.STEP, 0, 0, 0));
        VBox.setMargin(trouble, new Insets(Grid.STEP, 0, 0, 0));
        form.way().subscribe(_ -> fill());
    }

    /** The fields that this way of signing in needs, in the order in which they are read. */
    private void fill() {
        Way now = form.way().get();
        fields.getChildren().clear();
        fields.addRow(0, host, way);
        HBox signIn = new HBox(Grid.COLUMNS);
        if (!form.org().isBlank()) signIn.getChildren().add(org);
        if (now != Way.TOKEN) signIn.getChildren().add(user);
        signIn.getChildren().add(secret);
        for (Node field : signIn.getChildren()) HBox.setHgrow(field, Priority.ALWAYS);
        fields.addRow(1, signIn, connect);
    }

    private void bind() {
        bind(host, form.host());
        bind(user, form.user());
        bind(org, form.org());
        form.org().text().subscribe((before, _) -> {
            // It stays once it is there: a field must not go away under the hands that empty it.
            if (before.isBlank() && org.getParent() == null) fill();
        });
        way.valueProperty().bindBidirectional(form.way());
        form.way().subscribe(this::nameSecret);
        secret.textProperty().subscribe(text -> form.secretChanged(!text.isEmpty()));
        model.keeping()
                .wanted()
                .subscribe(kept -> secret.setHint(
                        texts.get(kept ? "wizard.hosting.secret.hint-kept" : "wizard.hosting.secret.hint")));
        form.secretFault().subscribe(fault -> {
            secret.setMessage(telling.error(fault));
            if (fault.isPresent()) secret.focusControl();
        });
        connect.disableProperty()
                .bind(form.complete().not().or(model.connecting().running()));
        connect.setOnAction(_ -> connect());
        for (Field field : List.of(host, user, org, secret)) ((TextField) field.control()).setOnAction(_ -> connect());
        form.notice().subscribe(this::show);
        model.sight().map(sight -> sight.connected().isPresent()).subscribe(there -> {
            if (there) secret.clear();
        });
    }

    private void bind(TextEntry field, Entry entry) {
        field.textProperty().bindBidirectional(entry.text());
        entry.fault().subscribe(fault -> field.setMessage(telling.error(fault)));
        field.control().focusedProperty().subscribe((was, is) -> {
            if (was && !is) entry.left();
        });
    }

    private void nameSecret(Way now) {
        secret.clear();
        secret.setLabel(texts.get(
                switch (now) {
                    case TOKEN -> "wizard.hosting.token";
                    case PASSWORD -> "wizard.hosting.password";
                    case SECRET_KEY -> "wizard.hosting.secret-key";
                }));
        secret.setPrompt(now == Way.TOKEN ? texts.get("wizard.hosting.token.prompt") : "");
    }

    private static String word(Way way) {
        return switch (way) {
            case TOKEN -> "wizard.hosting.way.token";
            case PASSWORD -> "wizard.hosting.way.password";
            case SECRET_KEY -> "wizard.hosting.way.secret-key";
        };
    }

    private void connect() {
        if (connect.isDisabled()) firstEmpty().focusControl();
        else model.connect(Secret.of(Objects.requireNonNullElse(secret.getText(), "")));
    }

    private Field firstEmpty() {
        if (form.host().isBlank()) return host;
        return form.way().get() != Way.TOKEN && form.user().isBlank() ? user : secret;
    }

    private void show(Optional<Notice> notice) {
        trouble.getChildren().clear();
        trouble.setManaged(notice.isPresent());
        if (notice.isEmpty()) return;
        Button again = Buttons.compact(texts.get("wizard.try-again"));
        again.setOnAction(_ -> connect());
        Banner banner = telling.banner(notice.get(), again);
        trouble.getChildren().add(banner);
        banner.requestFocus();
    }

    Card card() {
        return card;
    }

    Node firstFocus() {
        return (form.host().isBlank() ? host : firstEmpty()).control();
    }

    Node host() {
        return host.control();
    }

    Node org() {
        return org.control();
    }

    void setNarrow(boolean narrow) {
        host.setTallMessage(narrow);
        secret.setTallMessage(narrow);
    }
}
