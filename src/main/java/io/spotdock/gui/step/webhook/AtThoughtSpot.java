package io.spotdock.gui.step.webhook;

import io.spotdock.check.CheckResult;
import io.spotdock.check.Mending;
import io.spotdock.domain.Failure;
import io.spotdock.domain.Fault;
import io.spotdock.gui.change.ChangeTexts;
import io.spotdock.gui.change.Diffs;
import io.spotdock.gui.change.FailureBanner;
import io.spotdock.gui.change.WayOut;
import io.spotdock.gui.control.Banner;
import io.spotdock.gui.control.Buttons;
import io.spotdock.gui.control.Fact;
import io.spotdock.gui.control.FactsTable;
import io.spotdock.gui.control.Section;
import io.spotdock.gui.step.RemedyText;
import io.spotdock.plan.Change;
import io.spotdock.plan.Difference;
import io.spotdock.plan.Plan;
import io.spotdock.plan.WebhookComparison;
import io.spotdock.service.Readiness;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Journey;
import io.spotdock.settings.StepId;
import io.spotdock.text.FailureText;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;

/** What of the pane depends on how things stand at ThoughtSpot: the banner above the form, and what is below it. */
final class AtThoughtSpot {
    private final WebhookModel model;
    private final ChangeTexts words;
    private final Texts texts;

    AtThoughtSpot(WebhookModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        words = new ChangeTexts(texts);
    }

    Optional<Banner> banner(Sight sight) {
        return switch (sight) {
            case Sight.Unconnected _ -> {
                Banner banner = new Banner(
                        Banner.Kind.INFO,
                        texts.get("wizard.webhook.connect"),
                        model.saved()
                                .get()
                                .text()
                                .map(texts::of)
                                .orElseGet(() -> texts.get("wizard.webhook.connect.text")));
                Button save = button(
                        "wizard.webhook.save",
                        () -> model.saveRequest(texts.get("wizard.webhook.save.title"), texts::get));
                save.setDisable(!model.canSave());
                banner.setButtons(
                        save,
                        button(
                                "wizard.webhook.go-to-hosting",
                                () -> model.navigation().goTo(StepId.HOSTING)));
                yield Optional.of(banner);
            }
            case Sight.Unread(Failure failure) -> Optional.of(failed(failure));
            case Sight.Stopped(Plan _, Failure failure) -> Optional.of(failed(failure));
            case Sight.Planned(Plan plan, Readiness readiness) ->
                model.trusts(readiness) || !plan.conflicts().isEmpty()
                        ? Found.webhook(plan).flatMap(this::banner)
                        : Optional.of(doubtful(readiness));
            case Sight.Writing(Plan plan) -> Found.webhook(plan).flatMap(this::banner);
            case Sight.Incomplete _, Sight.Reading _, Sight.Done _ -> Optional.empty();
        };
    }

    /** The first thing that is wrong is the one to be mended first; the live test lists them all. */
    private Banner doubtful(Readiness readiness) {
        CheckResult first = readiness.wrong().getFirst();
        String why = first.failure()
                .map(words::of)
                .map(FailureText::sentence)
                .or(() -> first.evidence().map(texts::of))
                .orElse("");
        String remedy = first.remedy()
                .map(this::remedy)
                .or(() -> first.failure().map(words::of).map(FailureText::remedy))
                .orElse("");
        Banner banner = new Banner(
                Banner.Kind.WARNING,
                texts.get("wizard.webhook.role"),
                texts.get(
                        "wizard.webhook.role.text",
                        texts.get("check." + first.id()),
                        (why + " " + remedy).strip(),
                        readiness.wrong().size() - 1));
        banner.setButtons(button("wizard.webhook.role.anyway", model::trustRole), leadingTo(first));
        return banner;
    }

    /** There is no step here that would carry anything out in AWS. */
    private String remedy(Fault remedy) {
        return remedy.key().equals("remedy.apply")
                ? texts.get("wizard.webhook.role.cloud-team")
                : new RemedyText(texts).of(remedy);
    }

    /** To where it is mended; what is mended elsewhere is told again in Access. */
    private Button leadingTo(CheckResult wrong) {
        Mending mending = Mending.of(wrong, Journey.of(model.draft()))
                .orElseGet(() -> new Mending(StepId.ACCESS, Optional.empty()));
        String pane = texts.get("wizard.step." + mending.step().name().toLowerCase(Locale.ROOT));
        Button button = Buttons.compact(texts.get("wizard.livetest.go-to", pane).replace("_", ""));
        button.setOnAction(_ -> mending.field()
                .ifPresentOrElse(
                        field -> model.navigation().goTo(mending.step(), field),
                        () -> model.navigation().goTo(mending.step())));
        return button;
    }

    private Banner failed(Failure failure) {
        return FailureBanner.of(words, failure, WayOut.of(failure, model.navigation()));
    }

    private Optional<Banner> banner(Change webhook) {
        return switch (webhook) {
            case Change.Update update ->
                Optional.of(new Banner(
                        Banner.Kind.INFO,
                        texts.get("wizard.webhook.existing", model.org()),
                        texts.get(
                                "wizard.webhook.existing.text",
                                update.found().id().name())));
            case Change.Conflict conflict -> {
                FailureText told = words.of(conflict.failure());
                String name = conflict.found().map(found -> found.id().name()).orElse("");
                Banner banner = new Banner(
                        Banner.Kind.WARNING,
                        texts.get("wizard.webhook.existing", model.org()),
                        told.cause().map(cause -> cause + " ").orElse("")
                                + texts.get("wizard.webhook.other-kept", name));
                banner.setButtons(button("wizard.change.anyway", model::changeAnyway));
                yield Optional.of(banner);
            }
            case Change.Create _, Change.Delete _, Change.Keep _ -> Optional.empty();
        };
    }

    private Button button(String key, Runnable run) {
        Button button = Buttons.compact(texts.get(key));
        button.setOnAction(_ -> run.run());
        return button;
    }

    /** What would change, or where the files go when there is nothing to compare with. */
    Section below(Sight sight) {
        Optional<Change> webhook = switch (sight) {
            case Sight.Planned(Plan plan, Readiness _) -> Found.webhook(plan);
            case Sight.Writing(Plan plan) -> Found.webhook(plan);
            case Sight.Stopped(Plan plan, Failure _) -> Found.webhook(plan);
            case Sight.Unconnected _, Sight.Incomplete _, Sight.Reading _, Sight.Unread _, Sight.Done _ ->
                Optional.empty();
        };
        return webhook.flatMap(this::changes).orElseGet(this::files);
    }

    private Optional<Section> changes(Change webhook) {
        return switch (webhook) {
            case Change.Update update -> Optional.of(changes(update.found().id().name(), update.differences()));
            case Change.Conflict conflict ->
                conflict.found().map(found -> changes(found.id().name(), conflict.differences()));
            case Change.Create _, Change.Delete _, Change.Keep _ -> Optional.empty();
        };
    }

    private Section changes(String name, List<Difference> differences) {
        Section section = new Section(texts.get("wizard.webhook.changes", name), new Diffs(words).of(differences));
        section.setNote(texts.get("wizard.webhook.changes.rest", WebhookComparison.COMPARED - differences.size()));
        return section;
    }

    private Section files() {
        Draft draft = model.draft();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.get("wizard.webhook.files.storage"), texts.get("cli.group.s3")));
        add(facts, "wizard.webhook.files.bucket", draft, Field.BUCKET_NAME);
        add(facts, "wizard.webhook.files.region", draft, Field.REGION);
        add(facts, "wizard.webhook.files.prefix", draft, Field.PREFIX);
        add(facts, "wizard.webhook.files.external-id", draft, Field.EXTERNAL_ID);
        add(facts, "wizard.webhook.files.role", draft, draft.has(Field.ROLE_ARN) ? Field.ROLE_ARN : Field.ROLE_NAME);
        Section section = new Section(texts.get("wizard.webhook.files"), FactsTable.plain(104, facts));
        section.setNote(texts.get("wizard.webhook.files.note"));
        return section;
    }

    private void add(List<Fact> facts, String label, Draft draft, Field field) {
        draft.text(field).ifPresent(value -> facts.add(new Fact(texts.get(label), value)));
    }
}
