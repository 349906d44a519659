package io.spotdock.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What attributes of Terraform say, read by HCL's own rules ("HCL Native Syntax Specification", Quoted Template). */
public final class HclTexts {
    private HclTexts() {}

    /** Each value of the attributes of a block outermost that go by this name; none may be an expression. */
    public static List<String> all(String file, String name) {
        return lines(file, name).map(line -> text(line.group(1))).toList();
    }

    static String only(String file, String name) {
        assertThat(all(file, name)).as(name).hasSize(1);
        return all(file, name).getFirst();
    }

    private static Stream<MatchResult> lines(String file, String name) {
        Matcher line = Pattern.compile("(?m)^  " + name + " += \"((?:[^\"\\\\\\n]|\\\\.)*)\"$")
                .matcher(file);
        return line.results();
    }

    private static String text(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                text.append(raw.charAt(++i));
                assertThat(raw.charAt(i)).as("an escape of ours").isIn('\\', '"');
            } else if (raw.startsWith("$${", i) || raw.startsWith("%%{", i)) {
                text.append(c).append('{');
                i += 2;
            } else {
                assertThat(raw.startsWith("${", i) || raw.startsWith("%{", i))
                        .as("a template in " + raw)
                        .isFalse();
                text.append(c);
            }
        }
        return text.toString();
    }
}
