package io.spotdock.gui.step.account;

import io.spotdock.domain.Caller;
import io.spotdock.domain.Fault;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Card;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.EmptyState;
import io.spotdock.gui.control.Labels;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.Prose;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.control.Spinner;
import io.spotdock.gui.control.Tag;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Notice;
import io.spotdock.gui.step.Standing;
import io.spotdock.gui.step.StepView;
import io.spotdock.gui.step.Telling;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The ways to sign in at the left; at the right who one is by the chosen one, or what it takes to be signed in. */
public final class AccountView implements StepView {
    private static final double LEVEL = 32;

    private final AccountModel model;
    private final Texts texts;
    private final Telling telling;
    private final PaneHeader header;
    private final ProfileList profiles;
    private final RightsList rights;
    private final SignInPane signIn;
    private final EmptyState none;
    private final Button enterKeys;
    private final VBox side = new VBox(Grid.COLUMNS);
    private final Columns columns;
    private final VBox content = new VBox(Grid.SECTIONS);

    public AccountView(AccountModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        telling = new Telling(texts);
        header = new PaneHeader(texts.get("wizard.account.title"), texts.get("wizard.account.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.account.help"), texts.get("wizard.account.help.second")));
        profiles = new ProfileList(model, texts);
        rights = new RightsList(model.rights(), texts);
        signIn = new SignInPane(model.signIn(), texts);
        enterKeys = Buttons.primary(texts.get("wizard.account.keys.enter"));
        enterKeys.setOnAction(_ -> model.askForKeys());
        Button look = Buttons.with(Feather.REFRESH_CW, Buttons.outlined(texts.get("wizard.account.none.look")));
        look.setOnAction(_ -> model.look());
        none = new EmptyState(
                Feather.KEY, texts.get("wizard.account.none"), texts.get("wizard.account.none.text"), enterKeys, look);
        columns = Columns.sideAndRest(Grid.SIDE_COLUMN, profiles.section(), side);
        for (ObservableValue<?> each : List.of(model.ways(), model.lookedEverywhere(), model.notice()))
            each.subscribe(_ -> arrange());
        watchSignIn();
    }

    private void watchSignIn() {
        for (ObservableValue<?> each : List.of(
                model.caller(),
                model.refusal(),
                model.chosen(),
                model.signIn().ask(),
                model.signIn().notice(),
                model.signIn().signingIn().slow())) each.subscribe(_ -> showSide());
        model.signIn().ask().subscribe(signIn::focus);
    }

    /** The list, or that there is nothing to list. */
    private void arrange() {
        content.getChildren().setAll(header);
        model.notice().get().ifPresent(notice -> content.getChildren().add(telling.banner(notice, lookAgain())));
        if (isNowhere()) content.getChildren().addAll(none, new Prose(texts.get("wizard.account.none.sso"), "hint"));
        else content.getChildren().add(columns);
    }

    private boolean isNowhere() {
        return model.ways().get().isEmpty() && model.lookedEverywhere().get();
    }

    private Button lookAgain() {
        Button again = Buttons.compact(texts.get("wizard.account.look-again"));
        again.setOnAction(_ -> model.look());
        return again;
    }

    private void showSide() {
        boolean focused = isInSide();
        side.getChildren().setAll(sections());
        // What had the keyboard is gone; a screen reader learns of the end by where it is now.
        if (focused && !isInSide()) landing().requestFocus();
        // Level with the heading at the left, which has a button.
        for (Node each : side.getChildren()) if (each instanceof Section section) section.setEnd(level());
    }

    private boolean isInSide() {
        Node owner = side.getScene() == null ? null : side.getScene().getFocusOwner();
        for (Node node = owner; node != null; node = node.getParent()) if (node.equals(side)) return true;
        return false;
    }

    private Node landing() {
        return side.getChildren().getLast() instanceof Banner banner ? banner : profiles.firstFocus();
    }

    private static Region level() {
        Region level = new Region();
        level.setMinHeight(LEVEL);
        return level;
    }

    private List<Node> sections() {
        List<Node> sections = new ArrayList<>();
        Optional<Caller> caller = model.caller().get();
        if (caller.isPresent()) {
            sections.add(youAre(caller.get()));
            if (model.refusal().get().isEmpty()) sections.add(rights.section());
            return sections;
        }
        Optional<Node> form = signIn.section(model.signIn().ask().get()).map(Node.class::cast);
        sections.add(form.orElseGet(this::waiting));
        model.signIn().notice().get().ifPresent(notice -> sections.add(trouble(notice)));
        return sections;
    }

    private Node waiting() {
        Section section = new Section(texts.get("wizard.account.you-are"));
        if (model.signIn().signingIn().slow().get()) {
            HBox line = new HBox(12, new Spinner(16), Labels.muted(texts.get("wizard.account.signing-in")));
            line.setAlignment(Pos.CENTER_LEFT);
            section.setContent(Card.small(line));
        } else if (model.chosen().get().isEmpty())
            section.setContent(Card.small(Labels.muted(texts.get("wizard.account.pick"))));
        return section;
    }

    private Banner trouble(Notice notice) {
        // Keys are tried again by their own button.
        if (model.signIn().ask().get() != SignInModel.Ask.NOTHING) return telling.banner(notice);
        Button again = Buttons.compact(texts.get("wizard.try-again"));
        again.setOnAction(_ -> model.signIn().again());
        return telling.banner(notice, again);
    }

    private Node youAre(Caller caller) {
        VBox words = new VBox(Grid.HALF, Labels.sectionTitle(caller.account().value()), Labels.mono(caller.arn()));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(Grid.STEP, words, new Tag(texts.get("wizard.account.partition", caller.partition())));
        Section section = new Section(texts.get("wizard.account.you-are"), Card.small(line));
        model.refusal().get().ifPresent(why -> section.setContent(Card.small(line), refusal(why, caller)));
        return section;
    }

    private Node refusal(Fault why, Caller caller) {
        Notice notice = Notice.danger(why, Standing.plain(""), "");
        if (!model.mayTakeAccount()) return telling.banner(notice);
        Button take = Buttons.compact(texts.get("wizard.account.take", caller.account()));
        take.setOnAction(_ -> model.takeAccount());
        return telling.banner(notice, take);
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return isNowhere() ? enterKeys : profiles.firstFocus();
    }

    @Override
    public Optional<Node> controlOf(Field field) {
        return switch (field) {
            case PROFILE, ACCOUNT -> Optional.of(firstFocus());
            default -> Optional.empty();
        };
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public void setNarrow(boolean narrow) {
        columns.setStacked(narrow);
    }
}
