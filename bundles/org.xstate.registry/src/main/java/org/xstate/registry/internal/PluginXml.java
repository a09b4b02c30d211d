package org.xstate.registry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.osgi.framework.Bundle;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The lines of a bundle's {@code plugin.xml}. The registry reads the file too, but keeps no positions, and only logs a file
 * that it cannot read.
 *
 * @param elements  what stands in the extensions, in the order of the file
 * @param malformed why it cannot be read
 */
record PluginXml(List<Element> elements, Optional<Malformed> malformed) {

    static final String FILE = "plugin.xml";

    /**
     * An extension, or an element directly in one.
     *
     * @param point      the extension point's id as written
     * @param name       of the element; {@code extension} for the extension itself
     * @param attributes of the element
     */
    record Element(String point, String name, Map<String, String> attributes, int line) {
    }

    /** Why a file cannot be read. @param line 0 if not known */
    record Malformed(int line, String reason) {
    }

    static final String EXTENSION = "extension";

    static String position(int line) {
        return line <= 0 ? FILE : FILE + " line " + line;
    }

    /** The file of a bundle; empty if it has none. */
    static Optional<PluginXml> of(Bundle bundle) {
        URL file = Departing.ask(bundle, () -> bundle.getEntry(FILE));
        if (file == null) {
            return Optional.empty();
        }
        Reader reader = new Reader();
        try (InputStream stream = file.openStream()) {
            parser().parse(stream, reader);
            return Optional.of(new PluginXml(reader.elements, Optional.empty()));
        } catch (SAXParseException e) {
            return Optional.of(new PluginXml(reader.elements,
                    Optional.of(new Malformed(e.getLineNumber(), String.valueOf(e.getMessage())))));
        } catch (SAXException | IOException e) {
            return Optional.of(new PluginXml(reader.elements,
                    Optional.of(new Malformed(0, String.valueOf(e.getMessage())))));
        }
    }

    /** Where the {@code n}-th of equal elements stands, counted from 0; 0 if there is none. */
    int line(String point, String name, Map<String, String> attributes, int n) {
        return elements.stream().filter(element -> element.point().equals(point)
                && element.name().equals(name) && element.attributes().equals(attributes)).skip(n)
                .mapToInt(Element::line).findFirst().orElse(0);
    }

    private static SAXParser parser() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newSAXParser();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser cannot be set up", e);
        }
    }

    /** Remembers extensions and what is directly in them. */
    private static final class Reader extends DefaultHandler {

        private static final int IN_PLUGIN = 1;
        private static final int IN_EXTENSION = 2;

        private final List<Element> elements = new ArrayList<>();
        private Locator locator;
        private String point = "";
        private int depth;

        @Override
        public void setDocumentLocator(Locator given) {
            locator = given;
        }

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) {
            if (depth == IN_PLUGIN) {
                point = name.equals(EXTENSION) && attributes.getValue("point") != null
                        ? attributes.getValue("point")
                        : "";
            }
            if (!point.isEmpty() && (depth == IN_PLUGIN || depth == IN_EXTENSION)) {
                elements.add(new Element(point, name, map(attributes), locator.getLineNumber()));
            }
            depth++;
        }

        @Override
        public void endElement(String uri, String localName, String name) {
            depth--;
        }

        /** The default throws as well, but prints first. */
        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }

        private static Map<String, String> map(Attributes attributes) {
            Map<String, String> map = new HashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                map.put(attributes.getQName(i), attributes.getValue(i));
            }
            return map;
        }
    }
}
