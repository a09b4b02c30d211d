package org.xstate.tests.distribution;

import java.util.function.UnaryOperator;

/**
 * A plugin with one defect, and what the program says about it.
 *
 * @param name      of the bundle and, without hyphens, of the package
 * @param source    of the class {@code Feature}; empty if there is none
 * @param pluginXml the whole file; empty if there is none
 * @param manifest  turns a good manifest's headers into those of the plugin
 * @param position  where the defect is said to be
 * @param said      contribution, reason and remedy as they are shown
 */
record Exhibit(String name, String source, String pluginXml, UnaryOperator<String> manifest, String position,
        Said said) {

    /** What the program says. */
    record Said(String contribution, String reason, String remedy) {
    }

    private static final String GOOD_MANIFEST = """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: museum.%s;singleton:=true
            Bundle-Version: 1.0.0
            Import-Package: org.xstate.api;version="[1.0,2)"
            """;

    private static final String GOOD_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <plugin>
              <extension point="org.xstate.api.xfeatures">
                <xfeature class="CLASS"/>
              </extension>
            </plugin>
            """;

    /** Where the element of the ordinary file stands. */
    static final String LINE = "plugin.xml line 4";

    String packageName() {
        return "museum." + name.replace("-", "");
    }

    String type() {
        return packageName() + ".Feature";
    }

    String manifestText() {
        return manifest.apply(GOOD_MANIFEST.formatted(name));
    }

    /** A provider with the given descriptor, init state and policy, each an expression. */
    static Exhibit feature(String name, String descriptor, String init, String policy, Said said) {
        return of(name, provider("", descriptor, init, policy), said);
    }

    /** The text of a class Feature. @param more members */
    static String provider(String more, String descriptor, String init, String policy) {
        return """
                import org.xstate.api.*;
                public class Feature implements XFeatureProvider {
                    %s
                    public XFeatureDescriptor descriptor() { return %s; }
                    public InitState initState() { return %s; }
                    public RestorePolicy restorePolicy() { return %s; }
                }
                """.formatted(more, descriptor, init, policy);
    }

    /** Something wrong with the class. */
    static Exhibit of(String name, String source, Said said) {
        return new Exhibit(name, source, GOOD_XML, headers -> headers, LINE, said);
    }

    Exhibit xml(String text, String where) {
        return new Exhibit(name, source, text, manifest, where, said);
    }

    Exhibit headers(UnaryOperator<String> change, String where) {
        return new Exhibit(name, source, pluginXml, change, where, said);
    }

    String pluginXmlText() {
        return pluginXml.replace("CLASS", type());
    }

    /** The object in the JSON document. */
    String json() {
        return "{\"bundle\":\"museum.%s\",\"contribution\":\"%s\",\"position\":\"%s\",\"reason\":\"%s\",\"remedy\":\"%s\"}"
                .formatted(name, quoted(said.contribution().replace("CLASS", type())), position,
                        quoted(said.reason()), quoted(said.remedy()));
    }

    private static String quoted(String text) {
        return text.replace("\"", "\\\"");
    }
}
