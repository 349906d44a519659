package io.spotdock.gui.step.bucket;

import io.spotdock.domain.BucketName;
import io.spotdock.domain.RegionName;
import io.spotdock.gui.control.Choice;
import io.spotdock.gui.control.Columns;
import io.spotdock.gui.control.EmptyState;
import io.spotdock.gui.control.PaneHeader;
import io.spotdock.gui.control.PreviewField;
import io.spotdock.gui.control.SearchField;
import io.spotdock.gui.control.Segmented;
import io.spotdock.gui.control.TextEntry;
import io.spotdock.gui.control.Token;
import io.spotdock.gui.look.Grid;
import io.spotdock.gui.step.Remarks;
import io.spotdock.gui.step.StepView;
import io.spotdock.settings.Field;
import io.spotdock.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The pane "Which bucket takes the files?". */
public final class BucketView implements StepView {
    private static final double SIDE = 272;

    private final BucketModel model;
    private final Texts texts;
    private final PaneHeader header;
    private final Segmented<Boolean> kind;
    private final TextEntry name;
    private final SearchField<BucketName> choice;
    private final Choice<RegionName> region;
    private final TextEntry prefix;
    private final PreviewField file;
    private final StackPane nameHolder = new StackPane();
    private final Columns first;
    private final Columns second;
    private final HowItIsMade how;
    private final FoundInBucket found;
    private final VBox below = new VBox();
    private final Region none;
    private final VBox content;

    public BucketView(BucketModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        header = new PaneHeader(texts.get("wizard.bucket.title"), texts.get("wizard.bucket.explanation"));
        header.setHelp(
                texts.get("wizard.what-is-this"),
                texts.get("wizard.hide-this"),
                List.of(texts.get("wizard.bucket.help")));
        kind = new Segmented<Boolean>(texts.get("wizard.bucket.kind"))
                .add(true, texts.get("wizard.bucket.new"))
                .add(false, texts.get("wizard.bucket.existing"));
        name = new TextEntry(texts.get("wizard.bucket.name"), "");
        choice = new SearchField<>(texts.get("wizard.bucket.choice"), "", BucketName::value);
        region = new Choice<>(texts.get("wizard.bucket.region"), "", this::words);
        prefix = new TextEntry(texts.get("wizard.bucket.prefix"), "");
        file = new PreviewField(texts.get("wizard.bucket.file"), texts.get("wizard.bucket.file.hint"));
        how = new HowItIsMade(model, texts);
        found = new FoundInBucket(model, texts, () -> prefix.focusControl());
        none = noBucket();
        first = Columns.restAndSide(nameHolder, region, SIDE);
        second = Columns.sideAndRest(SIDE, prefix, file);
        VBox fields = new VBox(Grid.FIELDS, first, second);
        VBox form = new VBox(Grid.COLUMNS, kind, fields);
        // The prefix's message may have a second line, which is part of the space before the next section.
        content = new VBox(Grid.FIELDS, new VBox(Grid.SECTIONS, header, form), below);
        content.setMaxWidth(Grid.CONTENT_MAX);
        bindName();
        bindRegion();
        bindPrefix();
        model.creating().subscribe(this::arrange);
        model.buckets().subscribe(this::arrange);
        model.typed().subscribe(this::arrange);
        arrange();
    }

    private Region noBucket() {
        Button make = new Button(texts.get("wizard.bucket.make"));
        make.setOnAction(_ -> model.makeNew());
        return new EmptyState(
                Feather.ARCHIVE, texts.get("wizard.bucket.none"), texts.get("wizard.bucket.none.says"), make);
    }

    private String words(RegionName one) {
        String key = "wizard.region." + one.value();
        return texts.has(key) ? texts.get("wizard.region", one.value(), texts.get(key)) : one.value();
    }

    private void bindName() {
        Remarks remarks = new Remarks(texts);
        kind.valueProperty().subscribe(wanted -> {
            if (wanted != null) model.create(wanted);
        });
        model.creating().subscribe(kind::setValue);
        name.textProperty().bindBidirectional(model.name().text());
        Remarks.watch(name.control(), model.name());
        remarks.show(model.nameRemark(), name);
        choice.setPrompt(texts.get("wizard.bucket.choose"));
        remarks.show(model.nameRemark(), choice);
        choice.valueProperty().subscribe(chosen -> {
            if (chosen != null) model.name().text().set(chosen.value());
        });
        model.buckets().subscribe(list -> {
            choice.items().setAll(list.orElse(List.of()));
            choose();
        });
        model.name().text().subscribe(this::choose);
    }

    /** The list follows what is entered. */
    private void choose() {
        String entered = model.name().text().get();
        List<BucketName> all = model.buckets().get().orElse(List.of());
        Optional<BucketName> one =
                all.stream().filter(each -> each.value().equals(entered)).findFirst();
        choice.setValue(one.orElse(null));
        choice.setHint(one.map(each -> texts.get("wizard.bucket.place", all.indexOf(each) + 1, all.size()))
                .orElseGet(() -> texts.get("wizard.bucket.count", all.size())));
    }

    private void bindRegion() {
        region.items().setAll(RegionName.COMMERCIAL);
        model.region().subscribe(now -> {
            now.filter(one -> !region.items().contains(one)).ifPresent(region.items()::addFirst);
            region.setValue(now.orElse(null));
        });
        region.valueProperty().subscribe(chosen -> {
            if (chosen != null && !Optional.of(chosen).equals(model.region().get())) model.choose(chosen);
        });
        model.regionHint().subscribe(hint -> region.setHint(texts.of(hint)));
        model.regionRead().subscribe(region::setLocked);
        new Remarks(texts).show(model.regionRemark(), region);
    }

    private void bindPrefix() {
        prefix.setTallMessage(true);
        prefix.setAside(texts.get("wizard.bucket.optional"));
        prefix.textProperty().bindBidirectional(model.prefix().text());
        Remarks.watch(prefix.control(), model.prefix());
        new Remarks(texts).show(model.prefixRemark(), prefix);
        model.prefix().text().subscribe(typed -> {
            prefix.setHint(texts.get(typed.isEmpty() ? "wizard.bucket.prefix.empty" : "wizard.bucket.prefix.hint"));
            Token rest = Token.plain(texts.get("wizard.bucket.file.rest"));
            file.setTokens(typed.isEmpty() ? List.of(rest) : List.of(Token.fromForm(typed), rest));
        });
    }

    private void arrange() {
        boolean creating = model.creating().get();
        boolean focused = name.control().isFocused() || choice.control().isFocused();
        boolean empty = !creating && model.buckets().get().filter(List::isEmpty).isPresent();
        nameHolder.getChildren().setAll(model.typed().get() ? name : choice);
        name.setLabel(texts.get(creating ? "wizard.bucket.name" : "wizard.bucket.choice"));
        below.getChildren().setAll(creating ? how : empty ? none : found);
        first.setVisible(!empty);
        first.setManaged(!empty);
        second.setVisible(!empty);
        second.setManaged(!empty);
        if (focused) entry().requestFocus();
    }

    @Override
    public Region content() {
        return content;
    }

    @Override
    public Node firstFocus() {
        return entry();
    }

    private Node entry() {
        return model.typed().get() ? name.control() : choice.control();
    }

    @Override
    public Optional<Node> controlOf(Field field) {
        return switch (field) {
            case BUCKET_NAME -> Optional.of(entry());
            case REGION, KMS_KEY -> Optional.of(region.control());
            case PREFIX -> Optional.of(prefix.control());
            default -> Optional.empty();
        };
    }

    @Override
    public PaneHeader header() {
        return header;
    }

    @Override
    public void setNarrow(boolean narrow) {
        first.setStacked(narrow);
        second.setStacked(narrow);
        how.setNarrow(narrow);
    }
}
