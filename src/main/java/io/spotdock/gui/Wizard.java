package io.spotdock.gui;

import io.spotdock.domain.Failure;
import io.spotdock.domain.FailureException;
import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Action;
import io.spotdock.gui.control.Confirm;
import io.spotdock.gui.renewal.Pausing;
import io.spotdock.gui.renewal.RenewalModel;
import io.spotdock.gui.renewal.RenewalView;
import io.spotdock.gui.step.FileChoices;
import io.spotdock.gui.task.Activity;
import io.spotdock.gui.task.Ending;
import io.spotdock.gui.task.Operation;
import io.spotdock.gui.task.Operations;
import io.spotdock.gui.task.Pages;
import io.spotdock.sandbox.control.SandboxOptions;
import io.spotdock.service.Event;
import io.spotdock.service.KeptEntries;
import io.spotdock.service.Rooms;
import io.spotdock.service.Setup;
import io.spotdock.service.Surroundings;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.SettingsFile;
import io.spotdock.settings.StepId;
import io.spotdock.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The wizard, in whatever window it is put: the person's own desk, and a second one while a sandbox is used. What both
 * have to do with the rest of the computer is here: saving, keeping and closing.
 */
final class Wizard implements Desk.Outside {
    /** By then the window has come to rest, and a person has begun to read. */
    static final Duration AT_REST = Duration.ofSeconds(5);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final World world;
    private final Texts texts;
    private final Operations operations;
    private final Runnable ended;
    private final StackPane root = new StackPane();
    private final Activity starting;
    private final Activity saving;
    private final Shell own;
    private final Notices notices;
    private Draft safe;
    private @Nullable SandboxStay stay;
    private Shell shown;

    /**
     * What the wizard is put into.
     *
     * @param folder that relative paths start from
     * @param audit hears every event of every operation
     * @param sandbox what a sandbox is to imitate
     */
    record World(
            Rooms rooms,
            Map<String, String> environment,
            Path folder,
            KeptEntries kept,
            Event.Sink audit,
            SandboxOptions sandbox,
            FileChoices files,
            Pages pages) {}

    /** @param ended closes the window */
    Wizard(World world, Draft entries, Texts texts, Operations operations, Runnable ended) {
        this.world = world;
        this.texts = texts;
        this.operations = operations;
        this.ended = ended;
        starting = new Activity(operations);
        saving = new Activity(operations);
        Surroundings surroundings =
                Surroundings.of(world.rooms(), world.environment(), world.folder(), operations.clock(), world.audit());
        Pausing pausing = new Pausing(operations, surroundings.profiles());
        own = shell(new Setup(surroundings, pausing), pausing, false, entries);
        shown = own;
        safe = own.desk().draft().get();
        notices = new Notices(texts);
        root.getChildren().add(own);
    }

    private Shell shell(Setup setup, Pausing pausing, boolean sandbox, Draft entries) {
        Steps steps = new Steps(world.pages());
        Desk desk = new Desk(setup, sandbox, operations, world.files(), this, entries, steps::models);
        RenewalView renewal = new RenewalView(new RenewalModel(desk, world.pages(), pausing), texts);
        return new Shell(desk, step -> steps.view(step, texts), texts, renewal, this::askToLeaveSandbox);
    }

    StackPane root() {
        return root;
    }

    Desk desk() {
        return shown.desk();
    }

    /** Goes on at the step where an earlier wizard was closed. */
    void resume(StepId step) {
        own.desk().resume(step);
        own.tell(notices.resumed());
    }

    /** Says how many entries of the settings file are wrong, if any are. */
    void begunWith(Path file, int problems) {
        own.desk().saved(file);
        if (problems > 0) own.tell(notices.settingsWithProblems(String.valueOf(file.getFileName()), problems));
    }

    /** Shows what nobody foresaw, and goes on. */
    void tell(Failure failure) {
        shown.tell(notices.failed(failure));
    }

    /** A while from now, tells of a newer Spotdock if there is one. Out of a sandbox nothing is asked. */
    void lookForUpdates() {
        operations.after(AT_REST, () -> {
            if (!desk().inSandbox())
                new UpdateNote(operations, world.pages(), own.rail(), texts)
                        .look(() -> world.rooms().updates().apply(world.environment()));
        });
    }

    @Override
    public void enterSandbox() {
        boolean gcp = desk().draft().get().text(Field.HOSTING).equals(Optional.of("gcp"));
        starting.start(
                () -> SandboxStay.start(world.rooms(), world.sandbox().withGcpHosted(gcp), operations, world.audit()),
                Ending.of(this::settleIn, this::tell, () -> {}));
    }

    private void settleIn(SandboxStay fresh) {
        closeStay();
        stay = fresh;
        Shell shell = shell(fresh.setup(), fresh.pausing(), true, fresh.entries());
        Desk desk = shell.desk();
        desk.learn(known -> known.withThoughtSpot(Optional.of(fresh.connected())));
        // Its ThoughtSpot runs in one cloud; who picks the other one wants to try that.
        desk.draft().subscribe(draft -> {
            Optional<String> hosting = draft.text(Field.HOSTING);
            if (hosting.isPresent() && hosting.get().equals("gcp") != fresh.isGcpHosted() && stay == fresh)
                enterSandbox();
        });
        show(shell);
    }

    private void show(Shell shell) {
        shown = shell;
        root.getChildren().setAll(shell);
    }

    private void askToLeaveSandbox() {
        shown.ask(new Confirm(
                texts.get("wizard.sandbox.leave.title"),
                texts.get("wizard.sandbox.leave.sentence"),
                new Action(texts.get("wizard.sandbox.stay"), () -> {}),
                new Action(texts.get("wizard.sandbox.leave.do"), this::leaveSandbox)));
    }

    private void leaveSandbox() {
        closeStay();
        show(own);
    }

    private void closeStay() {
        SandboxStay former = stay;
        stay = null;
        // Stopping servers may take a moment, which nobody needs to wait for.
        if (former != null)
            operations.start(
                    () -> {
                        former.close();
                        return true;
                    },
                    Ending.of(_ -> {}, _ -> {}, () -> {}));
    }

    @Override
    public void saveSettings() {
        Desk desk = desk();
        Draft draft = desk.draft().get();
        Optional<Path> file = world.files().save(texts.get("wizard.save-settings"), "spotdock.yaml");
        if (file.isEmpty()) return;
        saving.start(
                () -> written(file.get(), SettingsFile.write(draft)),
                Ending.of(
                        path -> {
                            desk.saved(path);
                            if (desk == own.desk()) safe = draft;
                        },
                        this::tell,
                        () -> {}));
    }

    private static Path written(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new FailureException(
                    new Failure.Invalid(
                            file.toString(),
                            Fault.of("fault.file.unwritable", file, e.getClass().getSimpleName()),
                            e.toString()),
                    e);
        }
    }

    /** Closes at once where nothing would be lost, and asks where something would. */
    @Override
    public void close() {
        if (desk().isWriting()) askToStop();
        else if (own.desk().draft().get().equals(safe)) ended.run();
        else askToKeep();
    }

    private void askToStop() {
        shown.ask(new Confirm(
                texts.get("wizard.close.writing.title"),
                texts.get("wizard.close.writing.sentence"),
                new Action(texts.get("wizard.close.go-on"), () -> {}),
                new Action(texts.get("wizard.close.stop"), this::stopAndClose)));
    }

    private void stopAndClose() {
        Desk desk = desk();
        desk.stopWriting();
        Operation[] watch = {Operation.NONE};
        watch[0] = operations.every(LOOK_AGAIN, () -> {
            if (desk.isWriting()) return;
            watch[0].cancel();
            close();
        });
    }

    private void askToKeep() {
        shown.ask(new Confirm(
                texts.get("wizard.close.keep.title"),
                texts.get("wizard.close.keep.sentence"),
                new Action(texts.get("wizard.cancel"), () -> {}),
                new Action(texts.get("wizard.close.discard"), () -> keep(false)),
                new Action(texts.get("wizard.close.keep"), () -> keep(true))));
    }

    private void keep(boolean keep) {
        Draft draft = own.desk().draft().get();
        StepId step = own.desk().current().get();
        saving.start(
                () -> {
                    if (keep) world.kept().keep(draft, step);
                    else world.kept().forget();
                    return true;
                },
                Ending.of(_ -> ended.run(), this::tell, () -> {}));
    }

    /** Forgets every secret and stops the sandbox; blocks while that ends. */
    void dispose() {
        SandboxStay last = stay;
        stay = null;
        if (last != null) last.close();
        own.desk().setup().close();
    }
}
