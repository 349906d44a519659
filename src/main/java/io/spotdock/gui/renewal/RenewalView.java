package io.spotdock.gui.renewal;

import io.spotdock.domain.Secret;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.SecretEntry;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Telling;
import io.spotdock.gui.step.account.SignInModel.Ask;
import io.spotdock.gui.step.account.SignInPane;
import io.spotdock.port.WebhookConnector;
import io.spotdock.service.WayBack;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** That everything waits for a sign-in, and the form that ends the wait; not there while nothing waits. */
public final class RenewalView extends VBox {
    private final RenewalModel model;
    private final Texts texts;
    private final Telling telling;
    private @Nullable SignInPane pane;
    private final VBox form = new VBox(Grid.FIELDS);
    private Runnable ended = () -> {};

    public RenewalView(RenewalModel model, Texts texts) {
        super(Grid.FIELDS);
        this.model = model;
        this.texts = texts;
        telling = new Telling(texts);
        setId("renewal");
        model.pause().subscribe(this::show);
        for (ObservableValue<?> each :
                List.of(model.signIn().ask(), model.signIn().notice(), model.notice())) each.subscribe(_ -> arrange());
    }

    /** Made when it is first needed, which in most lives of a window is never. */
    private SignInPane pane() {
        SignInPane made = pane == null ? new SignInPane(model.signIn(), texts) : pane;
        pane = made;
        return made;
    }

    /** What gives the keyboard back to the step when the wait is over. */
    public void onEnded(Runnable then) {
        ended = then;
    }

    private void show(Optional<Pause> pause) {
        boolean was = isVisible();
        setVisible(pause.isPresent());
        setManaged(pause.isPresent());
        form.getChildren().clear();
        if (pause.isEmpty()) {
            getChildren().clear();
            if (was) ended.run();
            return;
        }
        Banner banner = banner(pause.get());
        getChildren().setAll(banner, form);
        if (pause.get() instanceof Pause.OfThoughtSpot paused)
            form.getChildren().add(secret(paused));
        arrange();
        // A screen reader learns of it by the keyboard's going there, as soon as it is in the window.
        Platform.runLater(banner::requestFocus);
    }

    private Banner banner(Pause pause) {
        Button stop = Buttons.compact(texts.get("wizard.renewal.stop"));
        stop.setOnAction(_ -> model.stop());
        return switch (pause) {
            case Pause.OfAws aws -> {
                boolean elsewhere = aws.back() instanceof WayBack.Elsewhere;
                Banner banner = new Banner(
                        Banner.Kind.WARNING,
                        texts.get("wizard.renewal.aws", aws.lapse().where()),
                        texts.get(elsewhere ? "wizard.renewal.elsewhere" : "wizard.renewal.waits"));
                if (elsewhere) {
                    Button goOn = Buttons.compact(texts.get("wizard.renewal.go-on"));
                    goOn.disableProperty().bind(model.signIn().signingIn().running());
                    goOn.setOnAction(_ -> model.goOn());
                    Button keys = Buttons.compact(texts.get("wizard.account.keys.enter"));
                    keys.setOnAction(_ -> model.askForKeys());
                    banner.setButtons(stop, keys, goOn);
                } else banner.setButtons(stop);
                yield banner;
            }
            case Pause.OfThoughtSpot thoughtSpot -> {
                Banner banner = new Banner(
                        Banner.Kind.WARNING,
                        texts.get(
                                "wizard.renewal.thoughtspot",
                                thoughtSpot.lapse().where()),
                        texts.get("wizard.renewal.waits"));
                banner.setButtons(stop);
                yield banner;
            }
        };
    }

    private Node secret(Pause.OfThoughtSpot pause) {
        SecretEntry secret = new SecretEntry(
                texts.get(
                        switch (pause.lapse().signIn()) {
                            case WebhookConnector.SignIn.Token _ -> "wizard.hosting.token";
                            case WebhookConnector.SignIn.Password _ -> "wizard.hosting.password";
                            case WebhookConnector.SignIn.SecretKey _ -> "wizard.hosting.secret-key";
                        }),
                texts.get("wizard.hosting.secret.hint"),
                texts.get("wizard.show"),
                texts.get("wizard.hide"));
        Button goOn = Buttons.primary(texts.get("wizard.renewal.go-on"));
        goOn.setDisable(true);
        secret.textProperty().subscribe(text -> goOn.setDisable(text == null || text.isEmpty()));
        Runnable enter = () -> {
            model.enter(Secret.of(Objects.requireNonNullElse(secret.getText(), "")));
            secret.clear();
        };
        goOn.setOnAction(_ -> enter.run());
        ((TextField) secret.control()).setOnAction(_ -> {
            if (!goOn.isDisabled()) enter.run();
        });
        return new Card(new VBox(Grid.FIELDS, secret, goOn));
    }

    /** The form of the way back, and what was wrong with the last try. */
    private void arrange() {
        Optional<Pause> pause = model.pause().get();
        if (pause.isEmpty()) return;
        List<Node> nodes = new ArrayList<>();
        Optional<Notice> trouble = switch (pause.get()) {
            case Pause.OfAws _ -> {
                pane().section(model.signIn().ask().get()).ifPresent(nodes::add);
                yield model.signIn().notice().get();
            }
            case Pause.OfThoughtSpot _ -> {
                form.getChildren().stream().filter(Card.class::isInstance).forEach(nodes::add);
                yield model.notice().get();
            }
        };
        Optional<Banner> told = trouble.map(telling::banner);
        told.ifPresent(nodes::add);
        form.getChildren().setAll(nodes);
        if (told.isPresent()) Platform.runLater(told.get()::requestFocus);
        else if (model.signIn().ask().get() != Ask.NOTHING)
            pane().focus(model.signIn().ask().get());
    }
}
