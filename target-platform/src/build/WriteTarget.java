import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Writes the PDE target definition from the versions that the poms of the target platform pin, so that there is one place of
 * versions. Run by the build: {@code java WriteTarget.java POM... TARGET}.
 */
public final class WriteTarget {

    private record Pin(String groupId, String artifactId, String version) {
    }

    private WriteTarget() {
    }

    public static void main(String[] arguments) throws Exception {
        int last = arguments.length - 1;
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            for (Pin pin : pins(Path.of(arguments[i]))) {
                if (!pins.contains(pin)) {
                    pins.add(pin);
                }
            }
        }
        String text = definition(pins);
        Path target = Path.of(arguments[last]);
        // an unchanged file keeps its time: the launch script compares it
        if (!Files.exists(target) || !Files.readString(target).equals(text)) {
            Files.writeString(target, text);
        }
    }

    private static List<Pin> pins(Path pom) throws IOException, SAXException, ParserConfigurationException {
        NodeList found = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile())
                .getElementsByTagName("dependency");
        List<Pin> pins = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element dependency = (Element) found.item(i);
            pins.add(new Pin(child(dependency, "groupId"), child(dependency, "artifactId"),
                    child(dependency, "version")));
        }
        return pins;
    }

    private static String child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return node.getTextContent().strip();
            }
        }
        throw new IllegalArgumentException("a dependency without " + name);
    }

    private static String definition(List<Pin> pins) {
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8" standalone="no"?>
                <?pde version="3.8"?>
                <!-- Written by the build from the poms; change the versions there. -->
                <target name="Xstate Workbench">
                  <locations>
                    <location includeDependencyDepth="none" includeDependencyScopes="compile" \
                includeSource="true" label="Maven Central" missingManifest="generate" type="Maven">
                      <dependencies>
                """);
        for (Pin pin : pins) {
            text.append("""
                            <dependency>
                              <groupId>%s</groupId>
                              <artifactId>%s</artifactId>
                              <version>%s</version>
                              <type>jar</type>
                            </dependency>
                    """.formatted(pin.groupId(), pin.artifactId(), pin.version()));
        }
        return text.append("""
                      </dependencies>
                    </location>
                  </locations>
                  <targetJRE path="org.eclipse.jdt.launching.JRE_CONTAINER/\
                org.eclipse.jdt.internal.debug.ui.launcher.StandardVMType/JavaSE-25"/>
                </target>
                """).toString();
    }
}
