package org.xstate.tests.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.tests.distribution.Exhibit.Said;

/** Plugins that never return are left behind, and the program ends all the same. */
class HangingPluginTest {

    private static final String FOR_EVER = "{ while (true) { Thread.onSpinWait(); } }";
    private static final Said NOTHING = new Said("", "", "");

    @TempDir
    static Path work;

    private static Distribution distribution;
    private static Path plugins;

    @BeforeAll
    static void build() throws Exception {
        distribution = Distribution.shared();
        plugins = work.resolve("plugins");
        ExhibitJars.write(List.of(activator(), descriptor(), sound()), plugins, distribution);
    }

    private static Exhibit activator() {
        return Exhibit.of("a-activator", """
                import org.osgi.framework.*;
                public class Feature implements BundleActivator {
                    public void start(BundleContext context) %s
                    public void stop(BundleContext context) { }
                }
                """.formatted(FOR_EVER), NOTHING).xml("", "").headers(headers -> headers
                .replace("Import-Package: ", "Bundle-Activator: museum.aactivator.Feature\nImport-Package: "
                        + "org.osgi.framework,"),
                "");
    }

    private static Exhibit descriptor() {
        return Exhibit.of("b-descriptor", """
                import org.xstate.api.*;
                public class Feature implements XFeatureProvider {
                    public XFeatureDescriptor descriptor() %s
                    public InitState initState() { return InitState.allZero(); }
                    public RestorePolicy restorePolicy() { return null; }
                }
                """.formatted(FOR_EVER), NOTHING);
    }

    private static Exhibit sound() {
        return Exhibit.feature("c-sound", "XFeatureDescriptor.user(40, \"SOUND\", 64).build()",
                "InitState.allZero()", "new RestorePolicy.OnReturnToUser()", NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"felix", "equinox"})
    void aPluginThatHangsIsLeftBehind(String framework) throws Exception {
        Distribution.Result result = distribution.run("--framework", framework, "features", "--json",
                "--plugins", plugins.toString());
        assertEquals(71, result.exitCode(), result.err());
        assertTrue(result.out().contains("\"SOUND\""), result.out());
        assertTrue(result.out().contains("it does not start: its activator did not return within 4 s"),
                result.out());
        assertTrue(result.out().contains("museum.bdescriptor.Feature.descriptor() did not return within 4 s"),
                result.out());
        try (var left = Files.list(distribution.temporary())) {
            assertEquals(0, left.count(), "files left in the temporary folder");
        }
    }
}
