package io.spotdock.gui.step.webhook;

import static io.spotdock.gui.step.Shown.fx;
import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.domain.signature.Example;
import io.spotdock.gui.FxTest;
import io.spotdock.gui.control.Disclosure;
import io.spotdock.gui.step.Footer.Command;
import io.spotdock.gui.step.Shown;
import io.spotdock.gui.step.TestPlace;
import io.spotdock.settings.Field;
import io.spotdock.settings.SignInWay;
import io.spotdock.text.Texts;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@FxTest
class WebhookViewTest {
    private final Texts texts = new Texts(Locale.ENGLISH);

    private static TestPlace guide() {
        return withReceiver(TestPlace.aws().withGuide().signedIn().connected());
    }

    /** On this computer, so that nothing else is reached. */
    private static TestPlace withReceiver(TestPlace place) {
        place.publish(draft ->
                draft.with(Field.WEBHOOK_URL, place.sandbox.access().receiver().toString()));
        return place;
    }

    /** A pane that was entered, and its view. */
    private record Opened(WebhookModel model, WebhookView view, Shown pane) implements AutoCloseable {
        @Override
        public void close() {
            pane.close();
        }
    }

    private Opened open(TestPlace place, ColorScheme scheme) {
        WebhookModel model = new WebhookModel(place);
        model.enter();
        place.operations.pass(Duration.ofSeconds(1));
        WebhookView view = new WebhookView(model, texts);
        return new Opened(model, view, new Shown(view, scheme));
    }

    private Opened open(TestPlace place) {
        return open(place, ColorScheme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void aNewWebhookIsAFormAndWhereItsFilesGo(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place, scheme)) {
                    opened.model().form().choose(SignInWay.BEARER);
                    PasswordField token = (PasswordField)
                            opened.view().controlOf(Field.BEARER_TOKEN).orElseThrow();
                    token.setText("s3cr3t");
                    place.operations.pass(Duration.ofSeconds(1));
                    opened.pane().shoot("06-webhook-create");

                    assertThat(opened.pane().says("Connect the webhook")).isTrue();
                    assertThat(opened.pane().says("Bucket: my-company-data-exports"))
                            .isTrue();
                    assertThat(opened.pane().says("E-mail stays on.")).isTrue();
                    assertThat(opened.pane().says("no URL parameters, no headers, no signature"))
                            .isTrue();
                    assertThat(token.getAccessibleText()).isEqualTo("Token");
                    assertThat(opened.pane().says("s3cr3t")).isFalse();
                    assertThat(place.setup().holds(io.spotdock.settings.TypedSecret.of(Field.BEARER_TOKEN)))
                            .isTrue();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(SignInWay.class)
    void eachWayOfSigningInShowsItsFieldsAndNoOther(SignInWay way) {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place)) {
                    opened.model().form().choose(way);

                    for (SignInWay other : SignInWay.values())
                        for (Field field : other.fields())
                            assertThat(opened.view()
                                                    .controlOf(field)
                                                    .orElseThrow()
                                                    .getScene()
                                            != null)
                                    .as(field.path())
                                    .isEqualTo(other == way);
                    if (way == SignInWay.OAUTH2) opened.pane().shoot("06-webhook-oauth2");
                }
            });
        }
    }

    @Test
    void advancedOpensWhereSomethingInItIsWrong() {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place)) {
                    Form form = opened.model().form();
                    form.urlParams().add();
                    form.urlParams().rows().getFirst().name().set("key");
                    form.urlParams().rows().getFirst().value().set("value");
                    form.headers().add();
                    form.headers().rows().getFirst().name().set("Authorization");
                    form.sign(true);
                    Field wrong = opened.model().firstFault().orElseThrow();
                    assertThat(wrong).isEqualTo(Field.SIGNATURE_SECRET);
                    ((TextField) opened.view().controlOf(wrong).orElseThrow()).setText("s3cr3t");

                    TextField header = (TextField) opened.view()
                            .controlOf(opened.model().firstFault().orElseThrow())
                            .orElseThrow();
                    header.requestFocus();
                    opened.pane().shoot("06-webhook-advanced");

                    assertThat(header.getText()).isEqualTo("Authorization");
                    assertThat(header.getAccessibleText()).isEqualTo("Headers, name");
                    assertThat(header.getAccessibleHelp()).isNotBlank();
                    assertThat(opened.pane().scene.getFocusOwner()).isSameAs(header);
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void howASignatureIsCheckedIsShownForTheHeaderAsItIsTyped(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place, scheme)) {
                    opened.model().form().sign(true);
                    TextField header = (TextField)
                            opened.view().controlOf(Field.SIGNATURE_HEADER).orElseThrow();
                    opened.view().controlOf(Field.DESCRIPTION);
                    header.setText("X-Ours");
                    Node help = opened.pane().scene.getRoot().lookupAll(".disclosure").stream()
                            .map(Disclosure.class::cast)
                            .filter(one -> one.getChildren().getFirst().getAccessibleText() != null
                                    && one.getChildren()
                                            .getFirst()
                                            .getAccessibleText()
                                            .startsWith("How to check the signature"))
                            .findFirst()
                            .orElseThrow();
                    ((Disclosure) help).openProperty().set(true);

                    assertThat(opened.pane().says("Secret: spotdock-example-secret"))
                            .isTrue();
                    assertThat(opened.pane()
                                    .says("Hex: "
                                            + new Example("X-Ours").signature().hex()))
                            .isTrue();
                    ToggleButton python = (ToggleButton) opened.pane().button("Python");
                    assertThat(python.getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
                    python.fire();
                    String spoken = opened.pane().scene.getRoot().lookupAll(".code-view").stream()
                            .flatMap(view -> ((Parent) view).getChildrenUnmodifiable().stream())
                            .map(Node::getAccessibleText)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining());
                    assertThat(spoken).startsWith("Code: ").contains("the header X-Ours", "hmac.compare_digest");
                    ScrollPane scroll =
                            (ScrollPane) opened.pane().scene.getRoot().lookup(".scroll-pane");
                    opened.pane().scene.getRoot().applyCss();
                    opened.pane().scene.getRoot().layout();
                    scroll.setVvalue(0.62);
                    opened.pane().shoot("06-webhook-signature");
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void anExistingWebhookShowsWhatWouldChange(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            fx(() -> {
                WebhookModel before = new WebhookModel(place);
                before.enter();
                before.form().choose(SignInWay.BEARER);
                before.form().secret(Field.BEARER_TOKEN).text().set("s3cr3t");
                place.operations.pass(Duration.ofSeconds(1));
                before.apply();
                place.learn(known -> known.withWebhook(Optional.empty()));
                place.publish(draft -> draft.with(Field.PREFIX, "elsewhere/").with(Field.ROLE_NAME, "another-role"));
                try (Opened opened = open(place, scheme)) {
                    opened.pane().shoot("06-webhook-update");

                    assertThat(opened.pane().says("Org Primary already has a webhook for Liveboards."))
                            .isTrue();
                    assertThat(opened.pane().says("Changes to Webhook_S3")).isTrue();
                    assertThat(opened.pane().says("10 other fields stay as they are"))
                            .isTrue();
                    assertThat(opened.pane().says("replaced; ThoughtSpot doesn’t show the old one"))
                            .isTrue();
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void removingIsAQuietLinkAndAQuestionThatKeepsByDefault(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            fx(() -> {
                WebhookModel before = new WebhookModel(place);
                before.enter();
                before.form().choose(SignInWay.BEARER);
                before.form().secret(Field.BEARER_TOKEN).text().set("s3cr3t");
                place.operations.pass(Duration.ofSeconds(1));
                before.apply();
                place.learn(known -> known.withWebhook(Optional.empty()));
                place.publish(draft ->
                        draft.with(Field.BEARER_TOKEN, "env:RECEIVER_TOKEN").with(Field.ENABLED, "false"));
            });
            Opened[] opened = new Opened[1];
            fx(() -> {
                opened[0] = open(place, scheme);
                opened[0].pane().shoot("06-webhook-options");
                assertThat(opened[0].pane().says("sends nothing to it")).isTrue();
                assertThat(opened[0].pane().says("Send the secrets again")).isTrue();
                ((Hyperlink) opened[0].pane().button("Remove webhook…")).fire();
            });
            fx(() -> {
                opened[0].pane().shoot("06-webhook-remove");
                assertThat(opened[0].pane().says("Remove Webhook_S3 from Org Primary?"))
                        .isTrue();
                assertThat(opened[0].pane().scene.getFocusOwner())
                        .isSameAs(opened[0].pane().button("Keep it"));
                opened[0].pane().button("Remove webhook").fire();
            });
            fx(() -> {
                opened[0].pane().shoot("06-webhook-removed");
                assertThat(opened[0].pane().says("Webhook_S3 is removed from Org Primary."))
                        .isTrue();
                assertThat(String.valueOf(opened[0].pane().scene.getFocusOwner().getAccessibleText()))
                        .contains("is removed");
                opened[0].close();
            });
        }
    }

    @Test
    void whereTheClusterKnowsNoSwitchTheBoxSaysSo() {
        try (TestPlace place = withReceiver(TestPlace.aws().withGuide().signedIn())) {
            place.sandbox.faults().set("ts-old-cluster", "");
            place.connected();
            fx(() -> {
                try (Opened opened = open(place)) {
                    CheckBox box = (CheckBox) opened.pane().button("Deliver to this webhook");
                    assertThat(box.isDisabled()).isTrue();
                    assertThat(box.isSelected()).isTrue();
                    assertThat(opened.pane().says("26.7")).isTrue();
                }
            });
        }
    }

    @Test
    void theBoxesAreReachedByKeyAndSayWhatTheyDo() {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place)) {
                    CheckBox box = (CheckBox) opened.pane().button("Deliver to this webhook");
                    assertThat(box.isSelected()).isTrue();
                    assertThat(box.getAccessibleHelp()).contains("pause");
                    assertThat(box.isFocusTraversable()).isTrue();

                    box.fire();

                    assertThat(place.draft().get().text(Field.ENABLED)).contains("false");
                    assertThat(box.getAccessibleHelp()).contains("sends nothing");
                }
            });
        }
    }

    @Test
    void theChannelIsLeftAloneWhenItsBoxIsNotChecked() {
        try (TestPlace place = guide()) {
            fx(() -> {
                try (Opened opened = open(place)) {
                    CheckBox box =
                            (CheckBox) opened.pane().button("Send Liveboard schedules of Org Primary to this webhook");
                    assertThat(box.isSelected()).isTrue();

                    box.fire();

                    assertThat(opened.model().channelWanted().get()).isFalse();
                }
            });
        }
    }

    @Test
    void notConnectedTheWayToHostingStandsAboveTheForm() {
        try (TestPlace place = withReceiver(TestPlace.aws().withGuide().signedIn())) {
            fx(() -> {
                try (Opened opened = open(place)) {
                    opened.pane().shoot("06-webhook-unconnected");
                    opened.pane().button("Go to Hosting").fire();
                }
            });
            assertThat(place.went).containsExactly("HOSTING");
        }
    }

    @Test
    void theKeyboardStartsAtTheFirstEmptyField() {
        try (TestPlace place = guide()) {
            fx(() -> {
                place.publish(draft -> draft.without(Field.WEBHOOK_URL));
                try (Opened opened = open(place)) {
                    assertThat(opened.view().firstFocus())
                            .isSameAs(opened.view().controlOf(Field.WEBHOOK_URL).orElseThrow());
                    opened.view().setNarrow(true);
                    opened.pane().shoot("06-webhook-narrow");
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource(ColorScheme.class)
    void whatIsWrongWithARoleOfTheCloudTeamStandsAboveTheForm(ColorScheme scheme) {
        try (TestPlace place = guide()) {
            fx(() -> {
                place.publish(
                        draft -> draft.with(Field.ROLE_ARN, "arn:aws:iam::999888777666:role/thoughtspot-s3-upload"));
                try (Opened opened = open(place, scheme)) {
                    opened.pane().shoot("06-webhook-role-missing");
                    opened.pane().button("Go to Access").fire();
                    opened.pane().button("Register all the same").fire();
                    assertThat(opened.model().footer().get().commands())
                            .singleElement()
                            .matches(Command::enabled);
                }
            });
            assertThat(place.went).containsExactly("ACCESS");
        }
    }
}
