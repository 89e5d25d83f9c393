package io.mingshi.labels.container.document;

import static io.mingshi.labels.LabelException.Code.MALFORMED;

import io.mingshi.labels.LabelException;
import io.mingshi.labels.container.AigcText;
import io.mingshi.labels.container.Container;
import io.mingshi.labels.container.LabelSite.Place;
import io.mingshi.labels.container.Sightings;
import io.mingshi.labels.source.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Office files (DOCX, XLSX, PPTX and their templates): the label is the custom property `AIGC` (TC260-PG-20258A 6.1).
///
/// At most four small XML parts are read; all others go through as they are.
public final class OfficeContainer implements Container {
    /// These parts have a few thousand bytes; custom properties of large systems some hundred thousand.
    private static final int LONGEST_PART = 4 << 20;

    private static final String NAME = "AIGC";
    private static final String FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private static final String CUSTOM = "docProps/custom.xml";
    private static final String TYPES = "[Content_Types].xml";
    private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    /// The names that ECMA-376 gives in its transitional form, and ISO/IEC 29500 in its strict one.
    private enum Names {
        TRANSITIONAL(
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties",
                "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
                "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
        STRICT(
                "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties",
                "http://purl.oclc.org/ooxml/officeDocument/customProperties",
                "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes");

        private final String relation;
        private final String properties;
        private final String types;

        Names(String relation, String properties, String types) {
            this.relation = relation;
            this.properties = properties;
            this.types = types;
        }

        static Names of(String xml) {
            return xml.contains("http://purl.oclc.org/ooxml/") ? STRICT : TRANSITIONAL;
        }
    }

    /// A container for Office files.
    public OfficeContainer() {}

    @Override
    public Sightings read(Source file) throws IOException {
        Sightings sightings = new Sightings();
        try {
            OfficePackage parts = OfficePackage.of(file);
            XmlText relations = parts.relations();
            String custom = customPart(relations).orElse(CUSTOM);
            Optional<XmlText> properties = xml(parts, custom);
            if (properties.isPresent()) {
                readProperties(properties.get(), sightings);
            }
            Optional<XmlText> core = xml(parts, corePart(relations));
            if (core.isPresent()) {
                readCore(core.get(), sightings);
            }
        } catch (LabelException refused) {
            note(refused, sightings);
        }
        return sightings;
    }

    private static void note(LabelException refused, Sightings sightings) {
        String sentence = String.valueOf(refused.getMessage());
        if (refused.code() == MALFORMED) {
            sightings.flaw(sentence);
        } else {
            sightings.unread(sentence);
        }
    }

    private static Optional<XmlText> xml(OfficePackage parts, String name) throws IOException {
        return parts.part(name, LONGEST_PART).map(part -> XmlText.of(part, name));
    }

    private static Optional<String> customPart(XmlText relations) {
        return OfficePackage.target(relations, "/custom-properties")
                .or(() -> OfficePackage.target(relations, "/customProperties"));
    }

    private static String corePart(XmlText relations) {
        return OfficePackage.target(relations, "/core-properties").orElse("docProps/core.xml");
    }

    private static void readProperties(XmlText properties, Sightings sightings) {
        for (XmlText.Tag property : properties.elements("property")) {
            String name = properties.attribute(property, "name").orElse("");
            String value = properties.characters(property).strip();
            if (name.equals(NAME)) {
                boolean prescribed = properties
                        .attribute(property, "fmtid")
                        .filter(FORMAT::equalsIgnoreCase)
                        .isPresent();
                sightings.site(prescribed ? Place.PRESCRIBED : Place.MISPLACED, "custom property AIGC", value);
            } else if (name.equalsIgnoreCase(NAME)) {
                sightings.site(Place.MISPLACED, "custom property " + name, value);
            } else {
                sightings.search(Place.MISPLACED, "custom property " + name, value);
            }
        }
    }

    private static void readCore(XmlText core, Sightings sightings) {
        for (XmlText.Tag element : core.tags()) {
            if (element.opens() && element.depth() == 1) {
                sightings.search(Place.MISPLACED, "core property " + element.localName(), core.characters(element));
            }
        }
    }

    @Override
    public Source label(Source file, String json) throws IOException {
        OfficePackage parts = OfficePackage.of(file);
        parts.requireUnsigned();
        XmlText relations = parts.relations();
        XmlText types = xml(parts, TYPES)
                .orElseThrow(() -> MALFORMED.with("the file is no Office file: it has no part " + TYPES));
        String custom = customPart(relations).orElse(CUSTOM);
        Map<String, byte[]> changed = new LinkedHashMap<>();
        Names names = Names.of(relations.text());
        Optional<XmlText> old = xml(parts, custom);
        changed.put(custom, utf8(properties(old, names, json, custom)));
        if (customPart(relations).isEmpty()) {
            changed.put(OfficePackage.RELATIONS, utf8(relations.withLast(relation(relations, names))));
        }
        withType(types, custom).ifPresent(text -> changed.put(TYPES, utf8(text)));
        String corePart = corePart(relations);
        xml(parts, corePart)
                .flatMap(OfficeContainer::withoutLabels)
                .ifPresent(text -> changed.put(corePart, utf8(text)));
        return parts.with(changed);
    }

    private static String properties(Optional<XmlText> old, Names names, String json, String part) {
        if (old.isEmpty()) {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<Properties xmlns=\""
                    + names.properties + "\" xmlns:vt=\"" + names.types + "\">" + property(2, json, "")
                    + "</Properties>";
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        XmlText xml = old.get();
        for (XmlText.Tag property : xml.elements("property")) {
            boolean label = xml.attribute(property, "name")
                            .filter(NAME::equalsIgnoreCase)
                            .isPresent()
                    || AigcText.in(xml.characters(property)).isPresent();
            if (label && property.start() >= at) {
                out.append(xml.text(), at, property.start());
                at = xml.endOf(property);
            }
        }
        XmlText kept = XmlText.of(utf8(out.append(xml.text().substring(at)).toString()), part);
        return kept.withLast(property(freeNumber(kept), json, declarations(kept)));
    }

    /// The first number of a property is 2.
    private static int freeNumber(XmlText properties) {
        Set<String> taken = new HashSet<>();
        properties
                .elements("property")
                .forEach(property ->
                        properties.attribute(property, "pid").map(String::strip).ifPresent(taken::add));
        int number = 2;
        while (taken.contains(Integer.toString(number))) {
            number++;
        }
        return number;
    }

    /// Nothing where the outermost element declares the usual prefixes.
    private static String declarations(XmlText properties) {
        Names names = Names.of(properties.text());
        boolean usual = properties
                        .namespace("")
                        .filter(names.properties::equals)
                        .isPresent()
                && properties.namespace("vt:").filter(names.types::equals).isPresent();
        return usual ? "" : " xmlns=\"" + names.properties + "\" xmlns:vt=\"" + names.types + "\"";
    }

    private static String property(int number, String json, String declarations) {
        return "<property" + declarations + " fmtid=\"" + FORMAT + "\" pid=\"" + number + "\" name=\"" + NAME
                + "\"><vt:lpwstr>" + XmlText.escaped(json) + "</vt:lpwstr></property>";
    }

    private static String relation(XmlText relations, Names names) {
        Set<String> taken = new HashSet<>();
        relations
                .elements("Relationship")
                .forEach(relation -> relations.attribute(relation, "Id").ifPresent(taken::add));
        int number = 1;
        while (taken.contains("rId" + number)) {
            number++;
        }
        return "<Relationship" + defaultNamespace(relations) + " Id=\"rId" + number + "\" Type=\"" + names.relation
                + "\" Target=\"" + CUSTOM + "\"/>";
    }

    private static String defaultNamespace(XmlText xml) {
        String prefix = xml.root().prefix();
        return prefix.isEmpty()
                ? ""
                : " xmlns=\"" + XmlText.escaped(xml.namespace(prefix).orElse("")) + "\"";
    }

    private static Optional<String> withType(XmlText types, String custom) {
        boolean registered = types.elements("Override").stream()
                .anyMatch(override -> types.attribute(override, "PartName")
                        .filter(("/" + custom)::equalsIgnoreCase)
                        .isPresent());
        return registered
                ? Optional.empty()
                : Optional.of(types.withLast("<Override" + defaultNamespace(types) + " PartName=\"/"
                        + XmlText.escaped(custom) + "\" ContentType=\"" + CONTENT_TYPE + "\"/>"));
    }

    /// The core properties with those emptied that hold a label, or nothing if none does.
    private static Optional<String> withoutLabels(XmlText core) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (XmlText.Tag element : core.tags()) {
            if (element.opens()
                    && element.depth() == 1
                    && AigcText.in(core.characters(element)).isPresent()) {
                out.append(core.text(), at, element.end());
                at = core.tags().get(element.close()).start();
            }
        }
        return at == 0
                ? Optional.empty()
                : Optional.of(out.append(core.text().substring(at)).toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
