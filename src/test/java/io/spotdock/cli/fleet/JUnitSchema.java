package io.spotdock.cli.fleet;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What readers of JUnit's XML agree on, as a schema: the elements of Jenkins' own (xunit plugin, junit-10.xsd) that are used. */
final class JUnitSchema {
    private static final String XSD = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:simpleType name="seconds"><xs:restriction base="xs:string"><xs:pattern value="[0-9]+\\.[0-9]{3}"/></xs:restriction></xs:simpleType>
              <xs:attributeGroup name="counts">
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
                <xs:attribute name="time" type="seconds" use="required"/>
              </xs:attributeGroup>
              <xs:complexType name="bad"><xs:simpleContent><xs:extension base="xs:string">
                <xs:attribute name="message" type="xs:string" use="required"/>
                <xs:attribute name="type" type="xs:string" use="required"/>
              </xs:extension></xs:simpleContent></xs:complexType>
              <xs:element name="testsuites"><xs:complexType>
                <xs:sequence><xs:element ref="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
                <xs:attributeGroup ref="counts"/>
              </xs:complexType></xs:element>
              <xs:element name="testsuite"><xs:complexType>
                <xs:sequence>
                  <xs:element name="properties" minOccurs="0"><xs:complexType><xs:sequence>
                    <xs:element name="property" minOccurs="1" maxOccurs="unbounded"><xs:complexType>
                      <xs:attribute name="name" type="xs:string" use="required"/>
                      <xs:attribute name="value" type="xs:string" use="required"/>
                    </xs:complexType></xs:element>
                  </xs:sequence></xs:complexType></xs:element>
                  <xs:element ref="testcase" minOccurs="0" maxOccurs="unbounded"/>
                </xs:sequence>
                <xs:attributeGroup ref="counts"/>
                <xs:attribute name="timestamp" type="xs:dateTime" use="required"/>
              </xs:complexType></xs:element>
              <xs:element name="testcase"><xs:complexType>
                <xs:sequence>
                  <xs:choice minOccurs="0">
                    <xs:element name="failure" type="bad"/>
                    <xs:element name="error" type="bad"/>
                    <xs:element name="skipped"><xs:complexType><xs:attribute name="message" type="xs:string"/></xs:complexType></xs:element>
                  </xs:choice>
                  <xs:element name="system-out" type="xs:string" minOccurs="0"/>
                </xs:sequence>
                <xs:attribute name="classname" type="xs:string" use="required"/>
                <xs:attribute name="name" type="xs:string" use="required"/>
                <xs:attribute name="time" type="seconds" use="required"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;

    private JUnitSchema() {}

    /** Reads a report, which has to keep to the schema. */
    static Document checked(String xml) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(XSD)))
                .newValidator()
                .validate(new DOMSource(document));
        return document;
    }
}
