package org.xstate.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeededBuiltInsTest {

    private static final BundleManifest API = bundle("api", "org.xstate.api;version=\"1.0.0\"", "");
    private static final BundleManifest LAYOUT = bundle("layout",
            "org.xstate.layout;uses:=\"org.xstate.api\";version=\"1.0.0\"", "org.xstate.api");
    private static final BundleManifest ISA = bundle("isa", "org.xstate.isa", "org.xstate.layout");
    private static final BundleManifest OTHER = bundle("other", "org.example.other", "java.util");
    private static final List<BundleManifest> ALL = List.of(API, ISA, LAYOUT, OTHER);

    @Test
    void whatAPluginImportsIsNeededAndWhatThatImports() {
        assertEquals(List.of("isa", "layout", "api"),
                names(bundle("plugin", "", "org.xstate.isa;version=\"[1,2)\"")));
    }

    @Test
    void nothingElseIsNeeded() {
        assertEquals(List.of("api"), names(bundle("plugin", "", "org.xstate.api;resolution:=optional")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DynamicImport-Package", "Require-Bundle", "Fragment-Host", "Bundle-Activator"})
    void aPluginThatMayAskForAnythingNeedsAll(String header) {
        assertEquals(List.of("api", "isa", "layout", "other"), names(new BundleManifest(Path.of("p.jar"),
                Map.of("Bundle-SymbolicName", "plugin", header, "x"))));
    }

    private static List<String> names(BundleManifest plugin) {
        return NeededBuiltIns.of(List.of(plugin), ALL).stream().map(BundleManifest::symbolicName).toList();
    }

    private static BundleManifest bundle(String name, String exports, String imports) {
        return new BundleManifest(Path.of(name + ".jar"), Map.of("Bundle-SymbolicName",
                name + ";singleton:=true", "Export-Package", exports, "Import-Package", imports));
    }
}
