package io.spotdock.cli.fleet;

import io.spotdock.cli.Output;
import io.spotdock.cli.Style;
import io.spotdock.text.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Why integrations are not well: each cause once, with the names of those it concerns. */
final class Causes {
    private static final int MOST_CAUSES = 20;
    private static final int MOST_NAMES = 3;

    private final Texts texts;
    private final Style style;

    Causes(Texts texts, Style style) {
        this.texts = texts;
        this.style = style;
    }

    void tell(List<Row> rows, Output output) {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        for (Row row : rows)
            for (Cause cause : row.causes())
                groups.computeIfAbsent(cause.key(), _ -> new Group(cause, new LinkedHashSet<>()))
                        .names()
                        .add(row.entry().name());
        groups.values().stream().limit(MOST_CAUSES).forEach(group -> tell(group, output::say));
        int rest = groups.size() - MOST_CAUSES;
        if (rest > 0) output.say("\n" + texts.get("cli.fleet.causes.more", rest));
    }

    /** @param names of those it concerns, in the order of the manifest */
    private record Group(Cause cause, Set<String> names) {}

    private void tell(Group group, Consumer<String> say) {
        say.accept("\n" + style.bad(group.cause().what()));
        group.cause().more().forEach(line -> say.accept("  " + line));
        say.accept("  " + style.quiet(texts.get("cli.fleet.causes.in", names(List.copyOf(group.names()), texts))));
    }

    /** Some by name, and how many more. */
    static String names(List<String> names, Texts texts) {
        int shown = names.size() == MOST_NAMES + 1 ? names.size() : Math.min(MOST_NAMES, names.size());
        String list = String.join(", ", names.subList(0, shown));
        int rest = names.size() - shown;
        return rest == 0 ? list : texts.get("cli.fleet.names-more", list, rest);
    }
}
