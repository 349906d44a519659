package io.spotdock.export;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The hand-off sheet as one HTML file, to be read and printed: nothing is loaded, nothing runs. */
final class HandoffHtml {
    private static final String NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'";

    // The writer escapes what it writes, so no sign here may be one that HTML needs escaped.
    private static final String STYLE = """

        :root { color-scheme: light dark; }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem; }
        h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin-top: 2rem; break-after: avoid; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border-bottom: 1px solid #8888; padding: .5rem .75rem .5rem 0; text-align: left; vertical-align: top; }
        th { font-weight: 600; width: 12rem; } tr { break-inside: avoid; }
        code, pre { font: 14px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
        pre { border: 1px solid #8888; border-radius: 4px; padding: .75rem; break-inside: avoid; }
        @media print { :root { color-scheme: light; } body { margin: 0; max-width: none; padding: 0; } }
        """;

    private final XMLStreamWriter out;

    private HandoffHtml(XMLStreamWriter out) {
        this.out = out;
    }

    static String of(Handoff handoff) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new HandoffHtml(writer).page(handoff);
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    private void page(Handoff handoff) throws XMLStreamException {
        out.writeDTD("<!DOCTYPE html>");
        line();
        out.writeStartElement("html");
        out.writeAttribute("lang", handoff.language());
        line();
        head(handoff);
        out.writeStartElement("body");
        line();
        element("h1", handoff.title());
        element("p", handoff.opening());
        table(handoff.rows());
        element("p", handoff.assurance());
        for (Handoff.Section section : handoff.sections()) {
            element("h2", section.heading());
            element("p", section.text());
            table(section.rows());
            for (Handoff.Block block : section.blocks()) element("pre", block.text());
        }
        out.writeEndElement();
        line();
        out.writeEndElement();
    }

    private void head(Handoff handoff) throws XMLStreamException {
        out.writeStartElement("head");
        line();
        meta("charset", "utf-8");
        policy();
        element("title", handoff.title());
        element("style", STYLE);
        out.writeEndElement();
        line();
    }

    private void meta(String attribute, String value) throws XMLStreamException {
        out.writeEmptyElement("meta");
        out.writeAttribute(attribute, value);
        line();
    }

    /** Holds even if a viewer took something in it for a script. */
    private void policy() throws XMLStreamException {
        out.writeEmptyElement("meta");
        out.writeAttribute("http-equiv", "Content-Security-Policy");
        out.writeAttribute("content", NOTHING_ELSE);
        line();
    }

    private void table(List<HandoffRow> rows) throws XMLStreamException {
        if (rows.isEmpty()) return;
        out.writeStartElement("table");
        line();
        for (HandoffRow row : rows) {
            out.writeStartElement("tr");
            out.writeStartElement("th");
            out.writeAttribute("scope", "row");
            out.writeCharacters(row.label());
            out.writeEndElement();
            out.writeStartElement("td");
            if (row.verbatim()) out.writeStartElement("code");
            out.writeCharacters(row.value());
            if (row.verbatim()) out.writeEndElement();
            out.writeEndElement();
            out.writeEndElement();
            line();
        }
        out.writeEndElement();
        line();
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
        line();
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n");
    }
}
