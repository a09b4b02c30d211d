package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;

/**
 * Compares the API with its frozen release, package by package, as bnd's baselining does: a package that changed needs the
 * version that the change asks for, see docs/api-policy.md.
 */
class ApiBaselineTest {

    private static final String API = "org.xstate.api";

    @ParameterizedTest
    @ValueSource(strings = {API, "org.xstate.api.tck"})
    void everyPackageHasTheVersionThatItsChangesAskFor(String bundle) throws Exception {
        Path classes = Sources.root().resolve("bundles").resolve(bundle).resolve("target/classes");
        try (Jar newer = new Jar(classes.toFile()); Jar older = frozen(bundle)) {
            assertEquals(List.of(), mismatches(newer, older));
        }
    }

    @Test
    void aTypeThatIsTakenAwayAsksForANewMajorVersion() throws Exception {
        try (Jar newer = frozen(API); Jar older = frozen(API)) {
            assertNotNull(newer.remove("org/xstate/api/Finding.class"));
            assertEquals(List.of("org.xstate.api changed and needs version 2.0.0, it has 1.0.0"),
                    mismatches(newer, older));
        }
    }

    @Test
    void aTypeThatIsAddedAsksForANewMinorVersion() throws Exception {
        try (Jar newer = frozen(API); Jar older = frozen(API)) {
            assertNotNull(older.remove("org/xstate/api/Validator$Purpose.class"));
            assertEquals(List.of("org.xstate.api changed and needs version 1.1.0, it has 1.0.0"),
                    mismatches(newer, older));
        }
    }

    private static Jar frozen(String bundle) throws Exception {
        try (InputStream stream = ApiBaselineTest.class.getResourceAsStream("/baseline/" + bundle + ".jar")) {
            return new Jar(bundle, stream);
        }
    }

    private static List<String> mismatches(Jar newer, Jar older) throws Exception {
        List<String> mismatches = new ArrayList<>();
        try (Processor processor = new Processor()) {
            for (Baseline.Info info : new Baseline(processor, new DiffPluginImpl()).baseline(newer, older,
                    null)) {
                if (info.mismatch) {
                    mismatches.add("%s changed and needs version %s, it has %s".formatted(info.packageName,
                            info.suggestedVersion, info.newerVersion));
                }
            }
        }
        return mismatches;
    }
}
