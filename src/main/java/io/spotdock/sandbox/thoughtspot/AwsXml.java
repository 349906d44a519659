package io.spotdock.sandbox.thoughtspot;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** AWS's XML: the text of the first element of a name, which is unique in every answer that is read here. */
final class AwsXml {
    private AwsXml() {}

    /** Empty where there is no such element, or no XML at all, as in what a proxy says. */
    static Optional<String> text(byte[] xml, String element) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext())
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals(element)) return Optional.of(reader.getElementText());
            return Optional.empty();
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }
}
