package io.spotdock.export;

import io.spotdock.domain.Unseen;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A test report as one HTML file. The writer escapes every text, and a policy forbids whatever a viewer might make of it. */
final class TestReportHtml {
    private static final String NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'";

    // Escaped like all the rest, so no sign in here may be one that HTML needs escaped.
    private static final String STYLE = """

        :root { color-scheme: light dark; }
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 3rem auto; padding: 0 1.5rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin-top: 2rem; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #8888; padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; }
        th { font-weight: 600; width: 11rem; } tr { break-inside: avoid; } p { margin: .25rem 0; }
        .status { width: 8rem; font-weight: 600; } .strength { width: 12rem; }
        .failed .status { color: #cf222e; } .warned .status { color: #9a6700; } .passed .status { color: #1a7f37; }
        .name { font-weight: 600; } .proves { color: #59636e; font-size: .875rem; }
        td { overflow-wrap: anywhere; }
        pre { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; margin: .5rem 0;
          border: 1px solid #8888; border-radius: 4px; padding: .5rem .75rem; }
        @media (prefers-color-scheme: dark) { .proves { color: #9198a1; }
          .failed .status { color: #f85149; } .warned .status { color: #d29922; } .passed .status { color: #3fb950; } }
        @media print { :root { color-scheme: light; } .proves { color: #59636e; } body { margin: 0; max-width: none; padding: 0; }
          .failed .status { color: #cf222e; } .warned .status { color: #9a6700; } .passed .status { color: #1a7f37; } }
        """;

    private final XMLStreamWriter out;

    private TestReportHtml(XMLStreamWriter out) {
        this.out = out;
    }

    static String of(TestReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new TestReportHtml(writer).page(report);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    private void page(TestReport report) throws XMLStreamException {
        out.writeDTD("<!DOCTYPE html>");
        line();
        out.writeStartElement("html");
        out.writeAttribute("lang", report.language());
        head(report.title());
        out.writeStartElement("body");
        line();
        element("h1", "", report.title());
        out.writeStartElement("table");
        for (TestReport.Fact fact : report.facts()) fact(fact);
        end();
        for (TestReport.Section section : report.sections()) section(section);
        end();
        end();
    }

    private void head(String title) throws XMLStreamException {
        out.writeStartElement("head");
        out.writeEmptyElement("meta");
        out.writeAttribute("charset", "utf-8");
        out.writeEmptyElement("meta");
        out.writeAttribute("http-equiv", "Content-Security-Policy");
        out.writeAttribute("content", NOTHING_ELSE);
        element("title", "", title);
        element("style", "", STYLE);
        end();
    }

    private void fact(TestReport.Fact fact) throws XMLStreamException {
        out.writeStartElement("tr");
        out.writeStartElement("th");
        out.writeAttribute("scope", "row");
        out.writeCharacters(Unseen.shown(fact.label()));
        out.writeEndElement();
        element("td", "", fact.value());
        end();
    }

    private void section(TestReport.Section section) throws XMLStreamException {
        element("h2", "", section.heading());
        out.writeStartElement("table");
        line();
        for (TestReport.Told check : section.checks()) check(check);
        end();
    }

    private void check(TestReport.Told check) throws XMLStreamException {
        out.writeStartElement("tr");
        out.writeAttribute("class", check.result().status().id());
        element("td", "status", check.status());
        out.writeStartElement("td");
        element("p", "name", check.title());
        element("p", "proves", check.proves());
        if (!check.evidence().isEmpty()) element("p", "", check.evidence());
        if (!check.result().said().isBlank()) element("pre", "", check.result().said());
        if (!check.remedy().isEmpty()) element("p", "", check.remedy());
        out.writeEndElement();
        element("td", "strength", check.strength());
        end();
    }

    private void element(String name, String style, String text) throws XMLStreamException {
        out.writeStartElement(name);
        if (!style.isEmpty()) out.writeAttribute("class", style);
        out.writeCharacters(Unseen.shown(text));
        end();
    }

    private void end() throws XMLStreamException {
        out.writeEndElement();
        line();
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n");
    }
}
