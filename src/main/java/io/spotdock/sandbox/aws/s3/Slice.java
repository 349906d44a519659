package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import io.spotdock.sandbox.aws.state.StoredObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an object that are asked for: a range (RFC 9110 section 14), a part, or all.
 *
 * @param end exclusive
 */
record Slice(int start, int end, boolean whole) {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    static Slice of(S3Call call, StoredObject object) {
        int size = object.content().length;
        Optional<String> part = call.query("partNumber");
        if (part.isPresent()) return part(object, part.get());
        Matcher matcher = RANGE.matcher(call.header("range").orElse(""));
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty())
            return new Slice(0, size, true);
        long from;
        long to = size;
        if (matcher.group(1).isEmpty()) {
            from = Math.max(0, size - Long.parseLong(matcher.group(2)));
        } else {
            from = Long.parseLong(matcher.group(1));
            if (!matcher.group(2).isEmpty()) to = Math.min(size, Long.parseLong(matcher.group(2)) + 1);
        }
        if (from >= size || from >= to)
            throw new Refusal(416, "InvalidRange", "The requested range is not satisfiable")
                    .with("RangeRequested", call.header("range").orElse(""))
                    .with("ActualObjectSize", String.valueOf(size))
                    .header("Content-Range", "bytes */" + size);
        return new Slice((int) from, (int) to, false);
    }

    private static Slice part(StoredObject object, String text) {
        int number = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (object.partSizes().isEmpty() && number == 1) return new Slice(0, object.content().length, false);
        if (number < 1 || number > object.partSizes().size())
            throw new Refusal(416, "InvalidPartNumber", "The requested partnumber is not satisfiable");
        int start = object.partSizes().stream()
                .limit(number - 1L)
                .mapToInt(Integer::intValue)
                .sum();
        return new Slice(start, start + object.partSizes().get(number - 1), false);
    }

    Optional<String> range(StoredObject object) {
        return whole || start == end
                ? Optional.empty()
                : Optional.of("bytes " + start + "-" + (end - 1) + "/" + object.content().length);
    }

    byte[] bytes(StoredObject object) {
        return whole ? object.content() : Arrays.copyOfRange(object.content(), start, end);
    }
}
