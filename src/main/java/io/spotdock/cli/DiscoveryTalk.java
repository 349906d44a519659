package io.spotdock.cli;

import io.spotdock.discovery.Clue;
import io.spotdock.discovery.Findings;
import io.spotdock.discovery.Given;
import io.spotdock.discovery.Open;
import io.spotdock.discovery.Origin;
import io.spotdock.domain.Fault;
import io.spotdock.journal.Journal;
import io.spotdock.plan.Change;
import io.spotdock.plan.Plan;
import io.spotdock.service.Discovery;
import io.spotdock.settings.Checked;
import io.spotdock.settings.Draft;
import io.spotdock.settings.Field;
import io.spotdock.settings.Problem;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings made of what stands: told, and where it leaves something open, asked of a person or refused. */
final class DiscoveryTalk {
    private final Frame frame;
    private final Texts texts;
    private final LookAround.Seen seen;
    private final Set<Fault> told = new LinkedHashSet<>();

    DiscoveryTalk(Frame frame, LookAround.Seen seen) {
        this.frame = frame;
        this.texts = frame.context().texts();
        this.seen = seen;
    }

    /** @throws SettingsRefused when something is open and nobody is there to ask */
    Draft hold(Given first, UsualSettings usual) {
        Given given = first;
        Findings found = seen.discovery().findings(given);
        tell(found.notes());
        tell(found.overruled(first));
        while (!found.open(given).isEmpty()) {
            Optional<Prompt> prompt = frame.prompt();
            if (prompt.isEmpty()) throw refused(found, given, usual);
            Open open = found.open(given).getFirst();
            given = given.with(open.field(), ask(prompt.get(), open, found.over(given)));
            found = seen.discovery().findings(given);
            tell(found.notes());
            tell(found.overruled(first));
        }
        Set<Field> settled = settled(found, given);
        Draft draft = found.over(given);
        Draft whole = frame.prompt()
                .map(prompt -> Interview.hold(prompt, texts, draft, usual.draft(), settled))
                .orElseGet(() -> usual.fill(draft, settled));
        return ownership(whole, given);
    }

    private Set<Field> settled(Findings found, Given given) {
        EnumSet<Field> settled = EnumSet.noneOf(Field.class);
        settled.addAll(found.settled(given));
        if (seen.discovery().isSignedIn()) settled.add(Field.PROFILE);
        return settled;
    }

    private String ask(Prompt prompt, Open open, Draft draft) {
        prompt.say(texts.of(sentence(open)));
        boolean empty = open.clues().stream().anyMatch(clue -> clue.value().isEmpty());
        String suggestion = open.clues().stream()
                .filter(clue -> clue.origin() == Origin.WEBHOOK)
                .findFirst()
                .or(() -> open.clues().stream().findFirst())
                .map(Clue::value)
                .orElse("");
        return Interview.answer(prompt, texts, open.field(), draft, suggestion, !empty);
    }

    private SettingsRefused refused(Findings found, Given given, UsualSettings usual) {
        List<Problem> problems = new ArrayList<>();
        for (Open open : found.open(given))
            problems.add(new Problem(open.field().path(), sentence(open), Optional.empty()));
        Set<String> named = problems.stream().map(Problem::path).collect(Collectors.toSet());
        usual.fill(found.over(given), settled(found, given)).check().problems().stream()
                .filter(problem -> !named.contains(problem.path()))
                .forEach(problems::add);
        return SettingsRefused.ofOptions(frame, problems);
    }

    private Fault sentence(Open open) {
        return open.why().orElseGet(() -> {
            Map<Origin, List<String>> said = new LinkedHashMap<>();
            open.clues()
                    .forEach(clue -> said.computeIfAbsent(clue.origin(), _ -> new ArrayList<>())
                            .add(clue.value().isEmpty() ? texts.get("cli.init.none") : clue.value()));
            String all = said.entrySet().stream()
                    .map(one -> says(one.getKey(), String.join(", ", one.getValue())))
                    .collect(Collectors.joining(" "));
            return Fault.of("fault.discovery.open", all, FieldOptions.name(open.field()));
        });
    }

    private String says(Origin origin, String values) {
        return switch (origin) {
            case ROLE -> texts.get("cli.init.says.role", values);
            case BUCKET -> texts.get("cli.init.says.bucket", values);
            case WEBHOOK -> texts.get("cli.init.says.webhook", values);
            case THOUGHTSPOT -> texts.get("cli.init.says.thoughtspot", values);
        };
    }

    private void tell(List<Fault> notes) {
        notes.stream().filter(told::add).forEach(frame.output()::note);
    }

    /** Whoever makes the role manages it: Spotdock goes on with its own ones, and leaves others alone unless told not to. */
    private Draft ownership(Draft draft, Given given) {
        if (given.draft().has(Field.ROLE_NAME)) tell(List.of(Fault.of("note.discovery.role-taken")));
        if (!(draft.check() instanceof Checked.Good(Settings settings)) || given.settles(Field.ROLE_ARN)) return draft;
        if (!settings.role().isMadeElsewhere()) {
            tell(List.of(Fault.of("note.discovery.role-ours", settings.role().name())));
            return draft;
        }
        try (Journal journal = frame.context().rooms().journals().read(settings)) {
            boolean ours = Discovery.isOfJournal(settings, journal);
            tell(List.of(Fault.of(
                    ours ? "note.discovery.role-ours" : "note.discovery.role-theirs",
                    settings.role().name())));
            return ours
                    ? draft.without(Field.ROLE_ARN)
                            .with(Field.ROLE_NAME, settings.role().name().value())
                    : draft;
        }
    }

    /** Says whether the settings describe what stands, by what a plan would change of it. */
    void compare(Settings settings) {
        try (Journal journal = frame.context().rooms().journals().read(settings)) {
            seen.discovery().plan(settings, seen.thoughtSpot(), journal).ifPresent(this::tell);
        }
    }

    private void tell(Plan plan) {
        Output output = frame.output();
        List<Change> changes = plan.changes().stream()
                .filter(change -> change.writes() || change instanceof Change.Conflict)
                .toList();
        output.member(
                "changes",
                changes.stream()
                        .map(change -> Map.of("resource", change.resource().toString(), "kind", change.kind()))
                        .toList());
        output.say(
                changes.isEmpty()
                        ? texts.get("cli.init.plan-empty")
                        : texts.get(
                                "cli.init.plan-changes",
                                changes.size(),
                                changes.stream()
                                        .map(change -> change.resource().toString())
                                        .collect(Collectors.joining(", "))));
    }
}
