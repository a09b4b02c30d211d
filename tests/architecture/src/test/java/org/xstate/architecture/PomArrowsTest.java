package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads what the poms declare: an arrow is forbidden even before code uses it. */
class PomArrowsTest {

    @Test
    void everyPomDeclaresOnlyBundlesThatItsBundleMayUse() throws Exception {
        List<Path> poms = Sources.files(Sources.root().resolve("bundles"), "pom.xml");
        assertTrue(poms.size() > 10, "the poms of the bundles were not found");
        List<String> violations = new ArrayList<>();
        for (Path pom : poms) {
            violations.addAll(violations(pom));
        }
        assertEquals(List.of(), violations);
    }

    @Test
    void aForbiddenDependencyIsFound(@TempDir Path folder) throws Exception {
        Path pom = Files.writeString(folder.resolve("pom.xml"),
                """
                        <project><artifactId>org.xstate.features.example</artifactId><dependencies>
                        <dependency><groupId>org.xstate</groupId><artifactId>org.xstate.api</artifactId></dependency>
                        <dependency><groupId>org.xstate</groupId><artifactId>org.xstate.layout</artifactId></dependency>
                        </dependencies></project>""");
        assertEquals(List.of("org.xstate.features.example declares org.xstate.layout"), violations(pom));
    }

    /** Test code may use any bundle; what is only there at run time is found, not used. */
    private static List<String> violations(Path pom)
            throws IOException, SAXException, ParserConfigurationException {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        Element project = document.getDocumentElement();
        String from = child(project, "artifactId");
        List<String> violations = new ArrayList<>();
        NodeList dependencies = document.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            String to = child(dependency, "artifactId");
            String scope = child(dependency, "scope");
            if (child(dependency, "groupId").equals("org.xstate") && !scope.equals("test")
                    && !scope.equals("runtime") && !Arrows.mayUse(from, to)) {
                violations.add(from + " declares " + to);
            }
        }
        return violations;
    }

    private static String child(Element parent, String name) {
        for (org.w3c.dom.Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        return "";
    }
}
