package io.spotdock.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of a person's own things, and what stands for each in a bundle: the same wherever it occurs. */
final class Names {
    /** A shorter one would be found within words that have nothing to do with it. */
    private static final int SHORTEST = 3;

    private final Map<String, String> stands = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    /** Has a name stand for another from now on; the first kind that a name is known as stays. */
    void add(String kind, String name) {
        String known = name.strip();
        if (known.length() < SHORTEST || stands.containsKey(known)) return;
        stands.put(known, kind + "-" + counts.merge(kind, 1, Integer::sum));
    }

    /** Every match of a pattern's first group is a name of that kind. */
    void addAll(String kind, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) add(kind, matcher.group(1));
    }

    /** A text with what stands for the names in their place; the longest first, as one may hold another. */
    String replace(String text) {
        String replaced = text;
        List<String> names = new ArrayList<>(stands.keySet());
        names.sort(Comparator.comparingInt(String::length).reversed());
        for (String name : names)
            replaced = Pattern.compile(
                            "(?<![A-Za-z0-9])" + Pattern.quote(name) + "(?![A-Za-z0-9])", Pattern.CASE_INSENSITIVE)
                    .matcher(replaced)
                    .replaceAll(Matcher.quoteReplacement(String.valueOf(stands.get(name))));
        return replaced;
    }
}
