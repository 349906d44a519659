package io.spotdock.export;

import io.spotdock.check.CheckResult;
import io.spotdock.settings.Settings;
import java.time.Instant;
import java.util.List;

/**
 * A live test to be kept or handed on, in the reader's language. Holds no secret: settings only refer to them, and neither
 * evidence nor what the outside said has any.
 *
 * @param language of the texts, as HTML names it
 * @param facts what was tested, and when
 */
public record TestReport(
        String language, String title, Instant at, Settings settings, List<Fact> facts, List<Section> sections) {
    public TestReport {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
    }

    public record Fact(String label, String value) {}

    /** The checks of one group. */
    public record Section(String heading, List<Told> checks) {
        public Section {
            checks = List.copyOf(checks);
        }
    }

    /** A check in words; {@code evidence} and {@code remedy} may be empty. */
    public record Told(
            CheckResult result,
            String status,
            String strength,
            String title,
            String proves,
            String evidence,
            String remedy) {}

    /** One file to be read and printed: it loads nothing, and nothing in it runs. */
    public String html() {
        return TestReportHtml.of(this);
    }

    /** For programs; keys and words of a closed set are the same in every language. */
    public String json() {
        return TestReportJson.of(this);
    }
}
