package io.spotdock.gui;

import io.spotdock.JournalsIn;
import io.spotdock.TestRooms;
import io.spotdock.journal.Journal;
import io.spotdock.leak.Planted;
import io.spotdock.leak.SecretTrail;
import io.spotdock.sandbox.Sandbox;
import io.spotdock.sandbox.SandboxAccess;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.Rooms;
import io.spotdock.service.Sleeper;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The journey in the wizard, with secrets typed into every field that takes one; first wrong ones, then right ones. */
public final class WizardRun implements Callable<List<String>> {
    private static final Texts TEXTS = new Texts(Locale.ENGLISH);

    private final Stage window;
    private final FxRobot robot;
    private final Path folder;
    private final Path logs;
    private final Planted planted = new Planted();
    private final List<String> leaks = new ArrayList<>();
    private final Map<String, Integer> looked = new TreeMap<>();
    private final SandboxAccess access;
    private final Sandbox sandbox;
    private WizardOnStage wizard;
    private Hands hands;

    /** {@code logs} is where the log of all of it lies. */
    @SuppressWarnings("NullAway.Init") // the wizard is made on the toolkit's thread
    public WizardRun(Stage window, FxRobot robot, Path folder, Path logs) {
        this.window = window;
        this.robot = robot;
        this.folder = folder;
        this.logs = logs;
        sandbox = Sandbox.start(SandboxOptions.aws());
        access = sandbox.access();
    }

    /** The leaks; behind them, what was looked at. */
    @Override
    public List<String> call() throws Exception {
        SecretTrail.unwiped();
        try (sandbox) {
            robot.interact(() -> wizard = new WizardOnStage(
                    window,
                    rooms(),
                    Map.of(
                            "AWS_ENDPOINT_URL", access.awsEndpoint().toString(),
                            "AWS_REGION", access.region().value(),
                            "AWS_CONFIG_FILE", "none",
                            "AWS_SHARED_CREDENTIALS_FILE", "none",
                            "AWS_EC2_METADATA_DISABLED", "true"),
                    InstantSource.system(),
                    Event.Sink.NONE,
                    TEXTS,
                    folder));
            hands = new Hands(robot, wizard);
            walk();
            wizard.dispose();
        }
        SecretTrail.unwiped().forEach(secret -> leaks.add("after the wizard: " + secret));
        files(folder);
        files(logs);
        List<String> report = new ArrayList<>(leaks);
        report.add("# secrets planted in the wizard: " + planted.size() + " " + planted.names());
        report.add("# places searched: " + looked);
        report.add("# secrets made and wiped: " + SecretTrail.count());
        report.add("# found: " + leaks.size());
        return report;
    }

    /** The real ones, with a journal in a file. */
    private Rooms rooms() {
        Rooms rooms = TestRooms.of(Journal.inMemory(), InstantSource.system(), Sleeper.REAL, folder.resolve("no-home"));
        return TestRooms.writing(rooms, new JournalsIn(folder.resolve("own")));
    }

    private void walk() {
        hosting();
        account();
        bucketAndAccess();
        hands.until(
                "a plan",
                () -> wizard.desk().model().footer().get().commands().stream()
                        .anyMatch(command -> command.writes() && command.enabled()));
        write();
        hands.until("AWS ready", () -> wizard.desk().known().get().aws().isPresent());
        look("review");
        webhook();
        reach(StepId.LIVE_TEST);
        write();
        hands.until(
                "the end of the test", () -> wizard.desk().known().get().test().isPresent());
        look("live test");
        reach(StepId.DONE);
        look("done");
        hands.press(TEXTS.get("wizard.done.export-all"));
        hands.until("exported files", () -> has(folder, "webhook-request.json"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        hands.until("the saved file", () -> wizard.desk().savedTo().get().isPresent());
        look("saved");
        wizard.kept()
                .keep(
                        WaitForAsyncUtils.waitForAsyncFx(
                                10_000, () -> wizard.desk().draft().get()),
                        StepId.DONE);
        robot.interact(() -> wizard.wizard().close());
    }

    private void hosting() {
        hands.type(TEXTS.get("wizard.hosting.host"), access.thoughtSpot().toString());
        secret("wizard.hosting.token", planted.plant("wrong token", "wr0ng-Token-typed-in-the-wizard"));
        hands.press(TEXTS.get("wizard.hosting.connect"));
        hands.until("a refusal", () -> hands.seen().contains(TEXTS.get("wizard.hosting.token-refused")));
        look("hosting refused");
        secret("wizard.hosting.token", planted.plant("ThoughtSpot token", access.thoughtSpotToken()));
        hands.press(TEXTS.get("wizard.hosting.connect"));
        hands.until(
                "an answer of ThoughtSpot",
                () -> wizard.desk().known().get().thoughtSpot().isPresent());
        look("hosting");
        hands.choose(TEXTS.get("wizard.hosting.aws"));
    }

    private void account() {
        reach(StepId.AWS_ACCOUNT);
        hands.press(TEXTS.get("wizard.account.keys.enter"));
        hands.type(TEXTS.get("wizard.account.keys.id"), access.accessKeyId());
        secret(
                "wizard.account.keys.secret",
                planted.plant("wrong AWS key", "wJ4lrXUtnFEMI0K7MDENG5bPxRfiCYzTYP3DK3Yz"));
        secret(
                "wizard.account.keys.session",
                planted.plant("AWS session token", "IQoJb3JpZ2luX2VjE" + "Zx9".repeat(110)));
        hands.press(TEXTS.get("wizard.account.sign-in"));
        hands.until(
                "a refusal of AWS",
                () -> hands.seen().contains("not accept") || hands.seen().contains("run out"));
        look("account refused");
        secret("wizard.account.keys.secret", planted.plant("AWS secret key", access.secretAccessKey()));
        hands.type(TEXTS.get("wizard.account.keys.session"), "");
        hands.press(TEXTS.get("wizard.account.sign-in"));
        hands.until(
                "a sign-in to AWS", () -> wizard.desk().known().get().caller().isPresent());
        look("account");
    }

    private void bucketAndAccess() {
        reach(StepId.BUCKET);
        hands.press(TEXTS.get("wizard.bucket.new"));
        hands.type(TEXTS.get("wizard.bucket.name"), "my-company-data-exports");
        hands.type(TEXTS.get("wizard.bucket.prefix"), "thoughtspot/");
        reach(StepId.ACCESS);
        hands.type(TEXTS.get("wizard.access.role"), "thoughtspot-s3-upload");
        reach(StepId.REVIEW);
    }

    private void webhook() {
        reach(StepId.WEBHOOK);
        hands.type(TEXTS.get("wizard.webhook.name"), "Webhook_S3");
        hands.type(TEXTS.get("wizard.webhook.url"), access.receiver().toString());
        hands.pick(TEXTS.get("wizard.webhook.authentication"), TEXTS.get("wizard.webhook.way.bearer"));
        secret("wizard.webhook.token", planted.plant("webhook secret", "wh00k-typed-secret-0815-4711"));
        hands.until(
                "the webhook's plan",
                () -> wizard.desk().model().footer().get().commands().stream()
                        .anyMatch(command -> command.writes() && command.enabled()));
        look("webhook before");
        write();
        hands.until("the webhook", () -> wizard.desk().known().get().webhook().isPresent());
        look("webhook");
    }

    /** Types a secret; the clipboard that it was pasted from is emptied, and copying out of the field fills it with nothing. */
    private void secret(String label, String text) {
        hands.type(TEXTS.get(label), text);
        robot.interact(() -> {
            ClipboardContent nothing = new ClipboardContent();
            nothing.putString("nothing");
            Clipboard.getSystemClipboard().setContent(nothing);
        });
        look("typed into " + label);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        found(
                "clipboard",
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000,
                        () -> String.valueOf(Clipboard.getSystemClipboard().getString())));
    }

    private void reach(StepId step) {
        while (here() != step) {
            StepId before = here();
            hands.press(TEXTS.get("wizard.continue"));
            hands.until("a step after " + before, () -> wizard.desk().current().get() != before);
        }
    }

    private StepId here() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> wizard.desk().current().get());
    }

    private void write() {
        hands.press(WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> TEXTS.of(wizard.desk()
                        .model()
                        .footer()
                        .get()
                        .commands()
                        .getLast()
                        .label())));
    }

    private static boolean has(Path folder, String name) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.endsWith(name));
        }
    }

    private void look(String where) {
        WaitForAsyncUtils.waitForFxEvents();
        List<String> texts = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            List<String> all = new ArrayList<>();
            for (Window each : Window.getWindows()) {
                if (each instanceof Stage stage) all.add("title " + stage.getTitle());
                if (each.getScene() != null) read(each.getScene().getRoot(), all);
            }
            return all;
        });
        texts.forEach(text -> found(where, text));
        Thread.getAllStackTraces().keySet().forEach(thread -> found("thread", thread.getName()));
    }

    /** All that is drawn, spoken, or shown when the mouse rests. What stands in a masked field is what was typed there. */
    private static void read(Node node, List<String> all) {
        all.add(String.valueOf(node.getAccessibleText()));
        all.add(String.valueOf(node.getAccessibleHelp()));
        all.add("spoken: " + node.queryAccessibleAttribute(AccessibleAttribute.TEXT));
        all.add(String.valueOf(node.getUserData()) + node.getId());
        if (node instanceof Labeled labeled) all.add(String.valueOf(labeled.getText()));
        if (node instanceof Text text) all.add(String.valueOf(text.getText()));
        if (node instanceof TextInputControl input) {
            all.add(String.valueOf(input.getPromptText()));
            if (!(input instanceof PasswordField)) all.add(String.valueOf(input.getText()));
        }
        if (node instanceof Control control && control.getTooltip() != null)
            all.add(String.valueOf(control.getTooltip().getText()));
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> read(child, all));
    }

    private void found(String where, String text) {
        looked.merge(where.startsWith("typed") ? "typed" : where, 1, Integer::sum);
        planted.in(text).forEach(secret -> leaks.add(where + ": " + secret));
    }

    private void files(Path place) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                found("files", file + "\n" + Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1));
        }
    }
}
