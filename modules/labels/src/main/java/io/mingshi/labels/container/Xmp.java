package io.mingshi.labels.container;

import io.mingshi.labels.container.LabelSite.Place;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/// XMP packets with the property `TC260:AIGC` of TC260-PG-20259A.
///
/// XML is read without DTD and entities, from text that is known to be UTF-8.
public final class Xmp {
    /// The keyword of the PNG text chunk that holds XMP.
    public static final String PNG_KEYWORD = "XML:com.adobe.xmp";

    private static final String NAMESPACE = "http://www.tc260.org.cn/ns/AIGC/1.0/";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String PROPERTY = "AIGC";
    private static final String HEAD = "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>";
    private static final String TAIL = "<?xpacket end=\"w\"?>";

    /// A label has a few hundred characters, with signatures a few thousand.
    private static final int LONGEST_VALUE = 65_536;

    /// A longer packet is not read: 1 MiB, far above any of a picture.
    private static final int LONGEST_PACKET = 1 << 20;

    private static final int MAX_DEPTH = 64;

    /// The JDK's factory copies its settings for each reader, so that one serves all threads.
    private static final XMLInputFactory FACTORY = withoutEntities();

    private Xmp() {}

    /// Adds every AIGC property of the packet, as element or attribute; a packet that is not XML is a flaw.
    public static void read(byte[] packet, String location, Place place, Sightings sightings) {
        Optional<String> text = text(packet);
        if (text.isEmpty()) {
            sightings.unread("the XMP packet of " + location + " is too long or not UTF-8");
            return;
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text.get()));
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    attributes(xml, location, place, sightings);
                    if (PROPERTY.equals(xml.getLocalName())) {
                        sightings.site(placeOf(xml.getNamespaceURI(), place), location, textInside(xml));
                    } else if (++depth > MAX_DEPTH) {
                        throw new XMLStreamException("too deep");
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                } else if (event == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("a DTD");
                }
            }
        } catch (XMLStreamException | RuntimeException notXml) {
            sightings.unread("the XMP packet of " + location + " is not sound XML");
        }
    }

    private static void attributes(XMLStreamReader xml, String location, Place place, Sightings sightings) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (PROPERTY.equals(xml.getAttributeLocalName(i))) {
                sightings.site(placeOf(xml.getAttributeNamespace(i), place), location, xml.getAttributeValue(i));
            }
        }
    }

    private static Place placeOf(@Nullable String namespace, Place place) {
        return NAMESPACE.equals(namespace) ? place : Place.MISPLACED;
    }

    /// All text up to the end of the element that was just opened.
    private static String textInside(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.hasText() && event != XMLStreamConstants.COMMENT) {
                out.append(xml.getText());
            }
            if (depth > MAX_DEPTH || out.length() > LONGEST_VALUE) {
                throw new XMLStreamException("more than a label ever is");
            }
        }
        return out.toString().strip();
    }

    /// A packet with nothing but this label.
    public static String packet(String json) {
        return HEAD + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"" + RDF + "\">" + description(json)
                + "</rdf:RDF></x:xmpmeta>" + TAIL;
    }

    private static String description(String json) {
        return "<rdf:Description rdf:about=\"\" xmlns:TC260=\"" + NAMESPACE + "\"><TC260:AIGC>" + escape(json)
                + "</TC260:AIGC></rdf:Description>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// The properties of an existing packet with this label in place of any other, or nothing if the packet cannot be
    /// read.
    public static Optional<String> merged(byte[] existing, String json) {
        return rewritten(existing, description(json));
    }

    /// The properties of an existing packet without any label, or nothing if the packet cannot be read.
    public static Optional<String> without(byte[] existing) {
        return rewritten(existing, "");
    }

    private static Optional<String> rewritten(byte[] existing, String label) {
        Optional<String> text = text(existing);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        StringWriter out = new StringWriter();
        try {
            XMLEventReader in = factory().createXMLEventReader(new StringReader(text.get()));
            XMLEventWriter writer = XMLOutputFactory.newDefaultFactory().createXMLEventWriter(out);
            boolean placed = copyWithout(in, writer);
            writer.flush();
            return placed ? Optional.of(HEAD + insert(out.toString(), label) + TAIL) : Optional.empty();
        } catch (XMLStreamException | RuntimeException notXml) {
            return Optional.empty();
        }
    }

    private static final String HERE = "mingshi-label";

    /// What is left of a description that held nothing but a label.
    private static final Pattern EMPTIED = Pattern.compile(
            "<rdf:Description(?:\\s+(?:rdf:about=\"\"|xmlns:TC260=\"[^\"<]*\"))*\\s*(?:/>|></rdf:Description>)");

    private static String insert(String xml, String label) {
        return EMPTIED.matcher(xml)
                .replaceAll("")
                .replaceFirst("<\\?" + HERE + "\\s*\\?>", Matcher.quoteReplacement(label));
    }

    /// Copies the elements, without AIGC properties, and marks the place of the label before the end of the first
    /// `rdf:RDF`.
    private static boolean copyWithout(XMLEventReader in, XMLEventWriter out) throws XMLStreamException {
        XMLEventFactory events = XMLEventFactory.newDefaultFactory();
        boolean placed = false;
        int depth = 0;
        while (in.hasNext()) {
            XMLEvent event = in.nextEvent();
            if (event.isStartElement()) {
                StartElement start = event.asStartElement();
                if (start.getName().getLocalPart().equals(PROPERTY)) {
                    skip(in);
                    continue;
                }
                if (++depth > MAX_DEPTH) {
                    throw new XMLStreamException("too deep");
                }
                out.add(withoutLabel(start, events));
            } else if (event.isEndElement()) {
                depth--;
                boolean rdf = event.asEndElement().getName().getNamespaceURI().equals(RDF)
                        && event.asEndElement().getName().getLocalPart().equals("RDF");
                if (rdf && !placed) {
                    out.add(events.createProcessingInstruction(HERE, ""));
                    placed = true;
                }
                out.add(event);
            } else if (event.isCharacters() && depth > 0) {
                out.add(event);
            } else if (event.getEventType() == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DTD");
            }
        }
        return placed;
    }

    private static void skip(XMLEventReader in) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            XMLEvent event = in.nextEvent();
            depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
        }
    }

    private static StartElement withoutLabel(StartElement start, XMLEventFactory events) {
        List<Attribute> kept = new ArrayList<>();
        for (Iterator<Attribute> all = start.getAttributes(); all.hasNext(); ) {
            Attribute attribute = all.next();
            if (!attribute.getName().getLocalPart().equals(PROPERTY)) {
                kept.add(attribute);
            }
        }
        return events.createStartElement(start.getName(), kept.iterator(), start.getNamespaces());
    }

    private static Optional<String> text(byte[] packet) {
        int length = packet.length;
        while (length > 0 && packet[length - 1] == 0) {
            length--;
        }
        return length > LONGEST_PACKET ? Optional.empty() : Bytes.utf8(packet, 0, length);
    }

    private static XMLInputFactory factory() {
        return FACTORY;
    }

    private static XMLInputFactory withoutEntities() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }
}
