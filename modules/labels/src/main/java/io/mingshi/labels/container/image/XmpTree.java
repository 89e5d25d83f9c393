package io.mingshi.labels.container.image;

import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.container.Xmp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The properties of an XMP packet as a tree, for moving them between the standard packet of a JPEG file and its
/// extension.
final class XmpTree {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String NOTE = "http://ns.adobe.com/xmp/note/";
    private static final String LABEL = "AIGC";
    private static final String POINTER = "HasExtendedXMP";

    private final Document document;

    private XmpTree(Document document) {
        this.document = document;
    }

    /// The tree without labels and without the name of an extension, or nothing if the packet cannot be read.
    static Optional<XmpTree> withoutLabels(byte[] packet) {
        Sightings reading = new Sightings();
        Xmp.read(packet, "", Place.PRESCRIBED, reading);
        if (!reading.unread().isEmpty()) {
            return Optional.empty();
        }
        try {
            XmpTree tree = new XmpTree(builder().parse(new ByteArrayInputStream(stripped(packet))));
            tree.remove();
            return tree.description().isPresent() ? Optional.of(tree) : Optional.empty();
        } catch (SAXException | IOException notXml) {
            return Optional.empty();
        }
    }

    private static byte[] stripped(byte[] packet) {
        return new String(packet, StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private Optional<Node> description() {
        return Optional.ofNullable(document.getElementsByTagNameNS(RDF, "RDF").item(0));
    }

    private void remove() {
        NodeList all = document.getElementsByTagNameNS("*", "*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        for (Element element : elements) {
            Node parent = element.getParentNode();
            if (isOurs(element) && parent != null) {
                parent.removeChild(element);
            }
            NamedNodeMap attributes = element.getAttributes();
            for (int i = attributes.getLength() - 1; i >= 0; i--) {
                Node attribute = attributes.item(i);
                if (isOurs(attribute)) {
                    attributes.removeNamedItemNS(attribute.getNamespaceURI(), attribute.getLocalName());
                }
            }
        }
    }

    private static boolean isOurs(Node node) {
        return LABEL.equals(node.getLocalName())
                || (POINTER.equals(node.getLocalName()) && NOTE.equals(node.getNamespaceURI()));
    }

    /// Adds the properties of another tree behind those of this one.
    XmpTree with(XmpTree other) {
        Node target = description().orElseThrow();
        NodeList properties = other.description().orElseThrow().getChildNodes();
        for (int i = 0; i < properties.getLength(); i++) {
            target.appendChild(document.importNode(properties.item(i), true));
        }
        return this;
    }

    /// The XML, without packet wrapper as an extension wants it.
    byte[] xml() {
        LSSerializer serializer =
                ((DOMImplementationLS) document.getImplementation().getFeature("LS", "3.0")).createLSSerializer();
        serializer.getDomConfig().setParameter("xml-declaration", false);
        return serializer.writeToString(document.getDocumentElement()).getBytes(StandardCharsets.UTF_8);
    }
}
