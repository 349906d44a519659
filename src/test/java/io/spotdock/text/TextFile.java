package io.spotdock.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file of texts as it is written: in its order, with the keys that stand twice.
 *
 * @param shape what stands on each line but the first, which names the language: comments, empty lines and keys
 */
record TextFile(Map<String, String> patterns, List<String> twice, List<String> shape) {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\d+)");
    private static final Path FOLDER = Path.of("src/main/resources/io/spotdock/text");

    /** @param bundle a name of {@link Texts#BUNDLES} */
    static TextFile of(String bundle, Locale locale) {
        String language = locale.getLanguage();
        Path file = FOLDER.resolve(bundle.substring(bundle.lastIndexOf('.') + 1)
                + (language.isEmpty() ? "" : "_" + language) + ".properties");
        Map<String, String> patterns = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Properties() {
                @Override
                public synchronized Object put(Object key, Object pattern) {
                    if (patterns.put((String) key, (String) pattern) != null) twice.add((String) key);
                    return pattern;
                }
            }.load(reader);
            List<String> shape = Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.startsWith("#") ? line : line.replaceFirst("\\s*=.*", ""))
                    .toList();
            return new TextFile(patterns, twice, shape);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of all bundles. */
    static Map<String, String> all(Locale locale) {
        Map<String, String> all = new LinkedHashMap<>();
        Texts.BUNDLES.forEach(bundle -> all.putAll(of(bundle, locale).patterns()));
        return all;
    }

    /** The numbers of a pattern's arguments, those inside a choice too. */
    static Set<Integer> arguments(String pattern) {
        return ARGUMENT.matcher(pattern)
                .results()
                .map(result -> Integer.valueOf(result.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
