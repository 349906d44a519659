package io.spotdock.sandbox.wire;

import java.util.Optional;
import java.util.function.Consumer;

/** Writes XML as AWS's services do: elements and text, no attributes but the name space. */
public final class Xml {
    private final StringBuilder out = new StringBuilder();

    private Xml() {}

    /** @param namespace empty for none */
    public static String document(String root, String namespace, Consumer<Xml> content) {
        Xml xml = new Xml();
        xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").append(root);
        if (!namespace.isEmpty()) xml.out.append(" xmlns=\"").append(namespace).append('"');
        xml.out.append('>');
        content.accept(xml);
        xml.out.append("</").append(root).append('>');
        return xml.out.toString();
    }

    /** Elements without a document around them. */
    public static String fragment(Consumer<Xml> content) {
        Xml xml = new Xml();
        content.accept(xml);
        return xml.out.toString();
    }

    public Xml in(String name, Consumer<Xml> content) {
        out.append('<').append(name).append('>');
        content.accept(this);
        out.append("</").append(name).append('>');
        return this;
    }

    public Xml text(String name, Object value) {
        out.append('<').append(name).append('>');
        escape(String.valueOf(value));
        out.append("</").append(name).append('>');
        return this;
    }

    public Xml text(String name, Optional<?> value) {
        value.ifPresent(v -> text(name, v));
        return this;
    }

    /** What is XML already. */
    public Xml raw(String xml) {
        out.append(xml);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    // A parser would turn a bare carriage return into a line feed (XML 1.0 section 2.11).
                    if (c < 0x20 && c != '\n' && c != '\t')
                        out.append("&#").append((int) c).append(';');
                    else out.append(c);
                }
            }
        }
    }
}
