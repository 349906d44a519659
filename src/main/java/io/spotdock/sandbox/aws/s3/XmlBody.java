package io.spotdock.sandbox.aws.s3;

import io.spotdock.sandbox.aws.protocol.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of an XML body, looked at without regard to name spaces. */
record XmlBody(Element element) {
    static XmlBody parse(byte[] bytes, String root) {
        XmlBody body = parse(bytes);
        if (!body.element().getLocalName().equals(root)) throw malformed();
        return body;
    }

    static XmlBody parse(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new XmlBody(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException _) {
            throw malformed();
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException("the JDK's parser can't read memory", e);
        }
    }

    static Refusal malformed() {
        return new Refusal(
                400,
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    List<XmlBody> children(String name) {
        List<XmlBody> all = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element child && child.getLocalName().equals(name)) all.add(new XmlBody(child));
        return all;
    }

    /** Gives each child of that name an element with a name of its own, where it was written without. */
    void name(String child, String element) {
        for (XmlBody each : children(child)) {
            if (each.text(element).filter(text -> !text.isEmpty()).isPresent()) continue;
            each.at(element).ifPresent(empty -> each.element().removeChild(empty.element()));
            Element made =
                    element().getOwnerDocument().createElementNS(element().getNamespaceURI(), element);
            made.setTextContent(Base64.getEncoder()
                    .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)));
            each.element().insertBefore(made, each.element().getFirstChild());
        }
    }

    /** As a document. */
    String print() {
        try {
            StringWriter out = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(element), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("the JDK can't print a document into memory", e);
        }
    }

    /** The first element down this path. */
    Optional<XmlBody> at(String... path) {
        Optional<XmlBody> found = Optional.of(this);
        for (String name : path)
            found = found.flatMap(e -> e.children(name).stream().findFirst());
        return found;
    }

    Optional<String> text(String... path) {
        return at(path).map(e -> e.element().getTextContent().strip());
    }

    /** Text as it stands, white space included. */
    Optional<String> verbatim(String... path) {
        return at(path).map(e -> e.element().getTextContent());
    }

    String need(String... path) {
        return text(path).orElseThrow(XmlBody::malformed);
    }
}
