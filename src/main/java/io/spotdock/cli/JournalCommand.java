package io.spotdock.cli;

import io.spotdock.journal.Entry;
import io.spotdock.journal.Journal;
import io.spotdock.journal.Unread;
import io.spotdock.settings.Settings;
import io.spotdock.text.Texts;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What was changed, when, by whom, and how it ended. */
@Command(
        name = "journal",
        description = "Lists what Spotdock changed: when, by whom, and how it ended. Asks nobody.",
        footerHeading = "%nExamples:%n",
        footer = {"  spotdock journal -s spotdock.yaml", "  spotdock journal -s spotdock.yaml --json | jq .entries"})
final class JournalCommand extends Verb {
    @Mixin
    private SettingsOption settingsOption = new SettingsOption();

    JournalCommand(Frame frame) {
        super(frame);
    }

    @Override
    protected ExitCode run(Output output) {
        Settings settings = settingsOption.load(frame().context());
        Texts texts = frame().context().texts();
        try (Journal journal = frame().context().rooms().journals().read(settings)) {
            List<Map<String, String>> entries = new ArrayList<>();
            for (Entry entry : journal.entries()) {
                entries.add(form(entry));
                output.print(entry.at().truncatedTo(ChronoUnit.SECONDS) + "  "
                        + wide(entry.state().name().toLowerCase(Locale.ROOT), 7) + wide(entry.kind(), 7)
                        + wide(entry.resource().toString(), 45) + entry.by() + "\n");
            }
            output.member("entries", entries);
            List<Unread> unread = journal.unread();
            output.member(
                    "unread",
                    unread.stream()
                            .map(line -> Map.of(
                                    "line",
                                    line.line(),
                                    "why",
                                    line.why().name().toLowerCase(Locale.ROOT)))
                            .toList());
            unread.forEach(line -> output.note(line.said()));
            if (entries.isEmpty() && unread.isEmpty()) output.say(texts.get("cli.journal.empty"));
            return ExitCode.OK;
        }
    }

    private static Map<String, String> form(Entry entry) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("at", entry.at().toString());
        form.put("id", entry.id());
        form.put("state", entry.state().name().toLowerCase(Locale.ROOT));
        form.put("resource", entry.resource().toString());
        form.put("kind", entry.kind());
        form.put("by", entry.by());
        if (!entry.note().isEmpty()) form.put("note", entry.note());
        return form;
    }

    private static String wide(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
