package io.spotdock.cli.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.spotdock.cli.fleet.JUnitReport.Case;
import io.spotdock.cli.fleet.JUnitReport.Suite;
import io.spotdock.cli.fleet.JUnitReport.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
    private static Case test(String name, Verdict verdict) {
        return new Case("group", name, Duration.ofMillis(1500), verdict, "");
    }

    private static JUnitReport report(Case... cases) {
        Suite suite = new Suite(
                "sales",
                Instant.parse("2026-03-01T10:00:00.5Z"),
                Duration.ofSeconds(3),
                Map.of("org", "Sales"),
                List.of(cases));
        return new JUnitReport("acme", List.of(suite));
    }

    @Test
    void whatIsCountedIsThereAndTimesAreSeconds() throws Exception {
        Document document = JUnitSchema.checked(JUnitXml.of(report(
                test("a", new Verdict.Passed()),
                test("b", new Verdict.Failed("denied", "may not", "Ask for it.")),
                test("c", new Verdict.Broken("unexpected", "a bug", "")),
                test("d", new Verdict.Skipped("not reached")))));
        Element suite = (Element) document.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-03-01T10:00:00");
        assertThat(suite.getAttribute("tests")).isEqualTo("4");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        Element test = (Element) document.getElementsByTagName("testcase").item(1);
        assertThat(test.getAttribute("time")).isEqualTo("1.500");
        Element failure = (Element) test.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("may not");
        assertThat(failure.getTextContent()).isEqualTo("Ask for it.");
    }

    @Test
    void whateverANameHoldsTheFileCanBeRead() throws Exception {
        String wild = "a<b>&\"'\u001b[31m\u0000\uFFFE]]>\uD800x";
        Document document = JUnitSchema.checked(
                JUnitXml.of(report(test(wild + "\nsecond line", new Verdict.Failed(wild, wild, wild)))));
        Element test = (Element) document.getElementsByTagName("testcase").item(0);
        assertThat(test.getAttribute("name")).isEqualTo("a<b>&\"'\uFFFD[31m\uFFFD\uFFFD]]>\uFFFDx second line");
        assertThat(test.getTextContent()).contains("]]>");
    }
}
