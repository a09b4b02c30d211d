package org.xstate.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files of the desktop's bundles. */
final class DesktopFiles {

    private DesktopFiles() {
    }

    /** The folders of the bundles. */
    static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(Sources.root().resolve("bundles"))) {
            return folders.filter(folder -> Arrows.isDesktop(folder.getFileName().toString())).sorted()
                    .toList();
        }
    }

    static Path resources(Path bundle) {
        return bundle.resolve("src/main/resources");
    }

    /** The elements of a name in a bundle's plugin.xml, at any depth. */
    static List<Element> elements(Path bundle, String name) throws Exception {
        Path file = resources(bundle).resolve("plugin.xml");
        List<Element> elements = new ArrayList<>();
        if (Files.exists(file)) {
            NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                    .getElementsByTagName(name);
            for (int i = 0; i < found.getLength(); i++) {
                elements.add((Element) found.item(i));
            }
        }
        return elements;
    }

    /** The extension point that an element is for. */
    static String point(Element element) {
        Element at = element;
        while (!at.getTagName().equals("extension") && at.getParentNode() instanceof Element parent) {
            at = parent;
        }
        return at.getAttribute("point");
    }

    /** The translations of a bundle's plugin.xml. */
    static Properties translations(Path bundle) throws IOException {
        return properties(resources(bundle).resolve("plugin.properties"));
    }

    static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
        }
        return properties;
    }
}
