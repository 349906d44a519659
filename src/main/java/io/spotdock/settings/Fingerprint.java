package io.spotdock.settings;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings, and perhaps what was decided about them, as one short text: the same for the same in every run, another one
 * where any value differs. Of a secret only where it is found goes in.
 */
public final class Fingerprint {
    private Fingerprint() {}

    /** @param values records, or what they are made of */
    public static String of(Object... values) {
        String text = Stream.of(values).map(Fingerprint::written).collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** With the names of types and fields, as {@code toString} of a record, but in an order that no run shuffles. */
    private static String written(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Fingerprint::written).orElse("-");
            case Map<?, ?> map -> {
                Map<String, String> sorted = new TreeMap<>();
                map.forEach((key, held) -> sorted.put(written(key), written(held)));
                yield sorted.toString();
            }
            case Collection<?> many ->
                many.stream().map(Fingerprint::written).sorted().toList().toString();
            case Record holder -> holder.getClass().getSimpleName() + fields(holder);
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            default -> value.toString();
        };
    }

    private static String fields(Record holder) {
        return Stream.of(holder.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + written(read(holder, component)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Object read(Record holder, RecordComponent component) {
        try {
            return component.getAccessor().invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
