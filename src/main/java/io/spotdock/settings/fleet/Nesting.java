package io.spotdock.settings.fleet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two whose prefixes are the same, or one of which lies in the other's. */
record Nesting<T>(T inner, T holder) {
    /**
     * One for each that lies in another's prefix: with the narrowest of those, or with the first of its own.
     *
     * <p>In the order of the texts, behind a prefix stand all that begin with it, and nothing else before they end. So
     * the prefixes that hold the one at hand are always on a stack, the narrowest on top, and no two have to be
     * compared but neighbours.
     */
    static <T> List<Nesting<T>> among(Collection<T> all, Function<T, String> prefix) {
        TreeMap<String, List<T>> sorted =
                all.stream().collect(Collectors.groupingBy(prefix, TreeMap::new, Collectors.toList()));
        List<Nesting<T>> found = new ArrayList<>();
        Deque<T> holders = new ArrayDeque<>();
        sorted.forEach((text, same) -> {
            while (!holders.isEmpty() && !text.startsWith(prefix.apply(holders.element()))) holders.pop();
            T first = same.getFirst();
            if (!holders.isEmpty()) found.add(new Nesting<>(first, holders.element()));
            for (T other : same.subList(1, same.size())) found.add(new Nesting<>(other, first));
            holders.push(first);
        });
        return found;
    }
}
