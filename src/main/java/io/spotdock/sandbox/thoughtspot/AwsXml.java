package io.spotdock.sandbox.thoughtspot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** AWS's XML: the text of the first element of a name, which is unique in every answer that is read here. */
final class AwsXml {
    private AwsXml() {}

    static Optional<String> text(byte[] xml, String element) {
        return parse(xml)
                .map(document -> document.getElementsByTagNameNS("*", element))
                .filter(found -> found.getLength() > 0)
                .map(AwsXml::first);
    }

    private static String first(NodeList found) {
        return found.item(0).getTextContent();
    }

    private static Optional<Document> parse(byte[] xml) {
        if (xml.length == 0) return Optional.empty();
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(xml)));
        } catch (SAXException _) {
            return Optional.empty();
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser, on bytes", e);
        }
    }
}
