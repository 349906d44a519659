package io.spotdock.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what each scenario comes to at its end, to be read before it is believed. */
final class Expectations {
    private Expectations() {}

    static void main(String... args) throws IOException {
        Path folder = Path.of("src/test/resources/io/spotdock/scenario");
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                Trace trace = Headless.walk(Scenario.read(file));
                String text = Files.readString(file);
                Files.writeString(file, text.substring(0, text.indexOf("expect:")) + written(trace));
            }
        }
    }

    private static String written(Trace trace) {
        StringBuilder text = new StringBuilder("expect:\n  plans:\n");
        for (List<String> plan : trace.plans())
            text.append("    -").append(list(plan, "      ")).append('\n');
        if (trace.plans().isEmpty()) text.setLength(text.length() - 1);
        text.append("  events:").append(list(trace.events(), "    ")).append('\n');
        return text.append("  outcomes:")
                .append(list(trace.outcomes(), "    "))
                .append('\n')
                .toString();
    }

    private static String list(List<String> words, String indent) {
        return words.stream()
                .map(word -> "\n" + indent + "- \"" + word.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining())
                .stripTrailing();
    }
}
