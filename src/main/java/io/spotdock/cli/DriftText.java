package io.spotdock.cli;

import io.spotdock.check.Drift;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Settings, AWS and the webhook side by side, with a word on which of them is to be put right. */
public final class DriftText {
    private final Texts texts;
    private final boolean roleIsTheirs;

    /** @param roleIsTheirs whether somebody else makes the role, so that no plan puts it right */
    public DriftText(Texts texts, boolean roleIsTheirs) {
        this.texts = texts;
        this.roleIsTheirs = roleIsTheirs;
    }

    String of(List<Drift> drifts) {
        StringBuilder text = new StringBuilder("\n" + texts.get("cli.drift.title") + "\n");
        for (Drift drift : drifts) {
            String name = texts.field(drift.field());
            text.append("  ").append(drift.onlyInCase() ? texts.get("cli.drift.case", name) : name);
            text.append('\n');
            row(
                    text,
                    texts.get("cli.drift.settings"),
                    drift.settings().orElseGet(() -> texts.get("cli.drift.nothing")));
            row(text, texts.get("cli.drift.aws"), value(drift.aws()));
            row(text, texts.get("cli.drift.webhook"), value(drift.webhook()));
            text.append("    ").append(verdict(drift)).append('\n');
        }
        return text.toString();
    }

    private static void row(StringBuilder text, String side, String value) {
        text.append("    ")
                .append(side)
                .append(" ".repeat(Math.max(1, 15 - side.length())))
                .append(value);
        text.append('\n');
    }

    private String value(Drift.Side side) {
        return switch (side) {
            case Drift.Side.Unseen _ -> texts.get("cli.drift.unseen");
            case Drift.Side.Seen seen ->
                seen.values().isEmpty()
                        ? texts.get("cli.drift.nothing")
                        : String.join(", ", new TreeSet<>(seen.values()));
        };
    }

    public String verdict(Drift drift) {
        return switch (drift.odd()) {
            case NONE -> texts.get("cli.drift.none");
            case SETTINGS -> texts.get("cli.drift.odd-settings");
            case AWS -> texts.get(roleIsTheirs ? "cli.drift.odd-aws-theirs" : "cli.drift.odd-aws");
            case WEBHOOK -> texts.get("cli.drift.odd-webhook");
            case ALL -> texts.get("cli.drift.odd-all");
        };
    }

    /** For programs: what was not seen is null, what is not there an empty list. */
    public List<Map<String, Object>> json(List<Drift> compared) {
        return compared.stream().map(DriftText::member).toList();
    }

    private static Map<String, Object> member(Drift drift) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("field", drift.field().replace("field.", ""));
        node.put("settings", drift.settings().orElse(null));
        node.put("aws", list(drift.aws()));
        node.put("webhook", list(drift.webhook()));
        node.put("differs", drift.odd().name().toLowerCase(java.util.Locale.ROOT));
        return node;
    }

    private static @org.jspecify.annotations.Nullable Object list(Drift.Side side) {
        return switch (side) {
            case Drift.Side.Unseen _ -> null;
            case Drift.Side.Seen seen -> List.copyOf(new TreeSet<>(seen.values()));
        };
    }
}
