package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What bundles declare for the extension registry, and what they declare for a plain class path. */
class ExtensionsTest {

    private static final String API = "org.xstate.api.";
    private static final Path BUNDLES = Sources.root().resolve("bundles");
    private static final Path POINTS = BUNDLES.resolve("org.xstate.api/src/main/resources/plugin.xml");
    private static final Pattern CONTRACT = Pattern.compile("basedOn=\":([\\w.]+)\"");
    private static final Pattern SECTION = Pattern.compile(
            "<meta.section type=\"(\\w+)\"/>\\s*</appinfo>\\s*<documentation>(.*?)</documentation>",
            Pattern.DOTALL);

    @Test
    void pluginXmlAndServicesNameTheSameClassesInTheSameOrder() throws Exception {
        int compared = 0;
        for (Path bundle : bundles()) {
            Map<String, List<String>> services = services(bundle);
            assertEquals(services, extensions(bundle), bundle.getFileName().toString());
            compared += services.size();
        }
        assertTrue(compared > 10, "the bundles were not found");
    }

    @Test
    void everyExtensionPointHasASchemaWithEverySectionFilled() throws Exception {
        Map<String, String> contracts = contracts();
        assertEquals(6, contracts.size());
        for (String point : contracts.keySet()) {
            String text = Files.readString(schema(point));
            Map<String, String> sections = new TreeMap<>();
            for (Matcher matcher = SECTION.matcher(text); matcher.find();) {
                sections.put(matcher.group(1), matcher.group(2).strip());
            }
            assertEquals(List.of("apiInfo", "copyright", "examples", "implementation", "since"),
                    List.copyOf(sections.keySet()), point);
            sections.forEach((name, words) -> assertTrue(words.length() > 20, point + ": " + name));
            assertTrue(sections.get("examples").contains("&lt;extension point=\"" + API + point + "\""),
                    point);
        }
    }

    @Test
    void everyElementAndAttributeOfASchemaIsDescribed() throws Exception {
        for (String point : contracts().keySet()) {
            Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(schema(point).toFile()).getDocumentElement();
            for (String kind : List.of("element", "attribute")) {
                NodeList found = root.getElementsByTagName(kind);
                for (int i = 0; i < found.getLength(); i++) {
                    Element one = (Element) found.item(i);
                    if (one.hasAttribute("name")) {
                        assertFalse(described(one).isBlank(), point + ": " + one.getAttribute("name"));
                    }
                }
            }
        }
    }

    @Test
    void everyExtensionPointNamesAContractOfTheApi() throws Exception {
        for (String contract : contracts().values()) {
            assertTrue(assertDoesNotThrow(() -> Class.forName(contract)).isInterface(), contract);
        }
    }

    private static String described(Element element) {
        NodeList documentation = element.getElementsByTagName("documentation");
        return documentation.getLength() == 0 ? "" : documentation.item(0).getTextContent();
    }

    private static Path schema(String point) {
        return POINTS.resolveSibling("schema").resolve(point + ".exsd");
    }

    /** The contract of each extension point, by the point's name. */
    private static Map<String, String> contracts() throws Exception {
        Map<String, String> contracts = new TreeMap<>();
        NodeList points = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(POINTS.toFile())
                .getElementsByTagName("extension-point");
        for (int i = 0; i < points.getLength(); i++) {
            String name = ((Element) points.item(i)).getAttribute("id");
            Matcher matcher = CONTRACT.matcher(Files.readString(schema(name)));
            assertTrue(matcher.find(), name);
            contracts.put(name, matcher.group(1));
        }
        return contracts;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> folders = Files.list(BUNDLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static Map<String, List<String>> services(Path bundle) throws Exception {
        Map<String, List<String>> services = new TreeMap<>();
        for (String contract : contracts().values()) {
            Path file = bundle.resolve("src/main/resources/META-INF/services/" + contract);
            if (Files.exists(file)) {
                services.put(contract, Files.readAllLines(file).stream()
                        .map(line -> line.split("#", 2)[0].strip()).filter(line -> !line.isEmpty()).toList());
            }
        }
        return services;
    }

    private static Map<String, List<String>> extensions(Path bundle) throws Exception {
        Map<String, List<String>> extensions = new TreeMap<>();
        Path file = bundle.resolve("src/main/resources/plugin.xml");
        if (!Files.exists(file)) {
            return extensions;
        }
        Map<String, String> contracts = contracts();
        NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
                .getElementsByTagName("extension");
        for (int i = 0; i < found.getLength(); i++) {
            Element extension = (Element) found.item(i);
            String point = extension.getAttribute("point");
            if (point.startsWith(API)) {
                NodeList named = extension.getElementsByTagName("*");
                for (int j = 0; j < named.getLength(); j++) {
                    extensions
                            .computeIfAbsent(contracts.get(point.substring(API.length())),
                                    c -> new ArrayList<>())
                            .add(((Element) named.item(j)).getAttribute("class"));
                }
            }
        }
        return extensions;
    }
}
