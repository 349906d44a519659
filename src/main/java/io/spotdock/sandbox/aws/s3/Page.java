package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.state.Bucket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One page of a list by key, with common prefixes rolled up (Amazon S3 User Guide, "Organizing objects using
 * prefixes").
 *
 * @param size the most it may hold
 * @param last the last key or prefix on it
 */
record Page<T>(List<T> items, List<String> prefixes, int size, boolean truncated, String last, Optional<T> lastItem) {

    static <T> Page<T> of(S3Call call, String limit, List<T> sorted, Function<T, String> key, String after) {
        int size = size(call, limit);
        String prefix = call.query("prefix").orElse("");
        String delimiter = call.query("delimiter").orElse("");
        List<T> items = new ArrayList<>();
        Set<String> prefixes = new LinkedHashSet<>();
        String last = "";
        Optional<T> lastItem = Optional.empty();
        for (T item : sorted) {
            String name = key.apply(item);
            if (!name.startsWith(prefix) || Bucket.KEY_ORDER.compare(name, after) <= 0 && !after.isEmpty()) continue;
            int cut = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
            String common = cut < 0 ? "" : name.substring(0, cut + delimiter.length());
            boolean passed = !common.isEmpty() && (prefixes.contains(common) || common.equals(after));
            if (passed) continue;
            if (items.size() + prefixes.size() >= size)
                return new Page<>(items, List.copyOf(prefixes), size, size > 0, last, lastItem);
            if (common.isEmpty()) {
                items.add(item);
                last = name;
                lastItem = Optional.of(item);
            } else {
                prefixes.add(common);
                last = common;
            }
        }
        return new Page<>(items, List.copyOf(prefixes), size, false, last, lastItem);
    }

    private static int size(S3Call call, String limit) {
        String text = call.query(limit).orElse("1000");
        if (!text.matches("[0-9]{1,9}"))
            throw S3Errors.invalid(limit, text, "Provided " + limit + " not an integer or within integer range");
        return Math.min(Integer.parseInt(text), 1000);
    }
}
