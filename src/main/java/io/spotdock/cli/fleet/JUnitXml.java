package io.spotdock.cli.fleet;

import io.spotdock.cli.fleet.JUnitReport.Case;
import io.spotdock.cli.fleet.JUnitReport.Suite;
import io.spotdock.cli.fleet.JUnitReport.Verdict;
import java.io.StringWriter;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes reports of tests as XML. */
final class JUnitXml {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private JUnitXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** As the content of a file in UTF-8. */
    static String of(JUnitReport report) {
        try {
            JUnitXml writer = new JUnitXml();
            writer.write(report);
            return writer.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e); // a string takes everything
        }
    }

    private void write(JUnitReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        attribute("name", report.name());
        counts(report.suites());
        attribute("time", seconds(report.suites().stream().map(Suite::took).reduce(Duration.ZERO, Duration::plus)));
        for (Suite suite : report.suites()) write(suite);
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
        xml.flush();
    }

    private void counts(List<Suite> suites) throws XMLStreamException {
        attribute("tests", count(suites, Verdict.class));
        attribute("failures", count(suites, Verdict.Failed.class));
        attribute("errors", count(suites, Verdict.Broken.class));
        attribute("skipped", count(suites, Verdict.Skipped.class));
    }

    private static String count(List<Suite> suites, Class<? extends Verdict> verdict) {
        return Long.toString(
                suites.stream().mapToLong(suite -> suite.count(verdict)).sum());
    }

    private void write(Suite suite) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", suite.name());
        counts(List.of(suite));
        attribute("time", seconds(suite.took()));
        // Ant's schema has no zone; what reads it takes the time for UTC.
        attribute(
                "timestamp",
                suite.at().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ""));
        if (!suite.properties().isEmpty()) properties(suite.properties());
        for (Case one : suite.cases()) write(one);
        line(1);
        xml.writeEndElement();
    }

    private void properties(Map<String, String> properties) throws XMLStreamException {
        line(2);
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : new TreeMap<>(properties).entrySet()) {
            line(3);
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        line(2);
        xml.writeEndElement();
    }

    private void write(Case one) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("classname", one.group());
        attribute("name", one.name());
        attribute("time", seconds(one.took()));
        switch (one.verdict()) {
            case Verdict.Passed _ -> {}
            case Verdict.Failed(String type, String message, String detail) -> bad("failure", type, message, detail);
            case Verdict.Broken(String type, String message, String detail) -> bad("error", type, message, detail);
            case Verdict.Skipped(String message) -> {
                line(3);
                xml.writeEmptyElement("skipped");
                if (!message.isEmpty()) attribute("message", message);
            }
        }
        if (!one.output().isEmpty()) {
            line(3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(legal(one.output()));
            xml.writeEndElement();
        }
        line(2);
        xml.writeEndElement();
    }

    private void bad(String element, String type, String message, String detail) throws XMLStreamException {
        line(3);
        xml.writeStartElement(element);
        attribute("message", message);
        attribute("type", type);
        xml.writeCharacters(legal(detail));
        xml.writeEndElement();
    }

    /** Readers make a space of a line break in an attribute. */
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value).replaceAll("\\s+", " "));
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }

    /** XML 1.0 has no way to write other characters than these, whatever a name or answer from outside holds. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
