package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xstate.layout.fixture.UsesFramework;
import org.xstate.layout.fixture.UsesHigherBundle;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Reads compiled classes, so that a fully qualified name is seen as well as an import. */
class CodeArrowsTest {

    @Test
    void everyClassUsesOnlyTheBundlesAndLibrariesThatItsBundleMayUse() {
        Collection<JavaClass> classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.xstate")
                .stream()
                .toList();
        assertTrue(classes.stream().anyMatch(c -> c.getPackageName().equals("org.xstate.layout")),
                "the classes of the bundles were not found");
        assertEquals(List.of(), violations(classes));
    }

    @Test
    void anArrowThatPointsUpwardsIsFound() {
        assertEquals(List.of("org.xstate.layout.fixture.UsesHigherBundle uses org.xstate.cli.Cli"),
                violations(List.of(new ClassFileImporter().importClass(UsesHigherBundle.class))));
    }

    @Test
    void aLibraryThatABundleMayNotUseIsFound() {
        assertEquals(List.of("org.xstate.layout.fixture.UsesFramework uses org.osgi.framework.Bundle"),
                violations(List.of(new ClassFileImporter().importClass(UsesFramework.class))));
    }

    private static List<String> violations(Collection<JavaClass> classes) {
        return classes.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(CodeArrowsTest::isForbidden)
                .map(use -> use.getOriginClass().getName() + " uses " + use.getTargetClass().getName())
                .distinct()
                .sorted().toList();
    }

    private static boolean isForbidden(Dependency use) {
        JavaClass target = use.getTargetClass().getBaseComponentType();
        if (target.isPrimitive()) {
            return false;
        }
        String from = Arrows.bundleOf(use.getOriginClass().getPackageName());
        String to = Arrows.bundleOf(target.getPackageName());
        return to.isEmpty() ? !Arrows.mayUseLibrary(from, target.getPackageName()) : !Arrows.mayUse(from, to);
    }
}
