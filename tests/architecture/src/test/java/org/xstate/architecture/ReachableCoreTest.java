package org.xstate.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.xstate.layout.fixture.UsesHigherBundle;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The desktop has no logic that a command does not have: whatever it uses of the core, some command uses too. */
class ReachableCoreTest {

    private static final Set<String> COMMANDS = Set.of("org.xstate.cli", "org.xstate.launcher");

    @Test
    void everyClassOfTheCoreThatTheDesktopUsesIsReachedByACommand() {
        Collection<JavaClass> classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.xstate")
                .stream().toList();
        Set<String> used = used(classes, type -> Arrows.isDesktop(bundle(type)));
        assertTrue(used.size() > 50, "the desktop was not found");
        Set<String> missing = new TreeSet<>(used);
        missing.removeAll(reached(classes));
        assertEquals(Set.of(), missing, "no command reaches these");
    }

    @Test
    void aClassThatOnlyTheDesktopUsesIsFound() {
        Collection<JavaClass> classes = List.of(new ClassFileImporter().importClass(UsesHigherBundle.class));
        assertEquals(Set.of("org.xstate.cli.Cli"), used(classes, _ -> true));
        assertEquals(Set.of(), reached(classes));
    }

    private static String bundle(JavaClass type) {
        return Arrows.bundleOf(type.getPackageName());
    }

    /** What the chosen classes use of the core. */
    private static Set<String> used(Collection<JavaClass> classes, Predicate<JavaClass> chosen) {
        Set<String> used = new TreeSet<>();
        classes.stream().filter(chosen).flatMap(ReachableCoreTest::uses)
                .filter(type -> !bundle(type).isEmpty())
                .filter(type -> !Arrows.isDesktop(bundle(type))).filter(type -> !isContract(type))
                .forEach(type -> used.add(type.getName()));
        return used;
    }

    /** What implementations of the API's contracts need is reached through the registry, by no reference. */
    private static boolean isContract(JavaClass type) {
        return bundle(type).equals("org.xstate.api");
    }

    private static Stream<JavaClass> uses(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(use -> use.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive());
    }

    /** The launcher loads these by name. */
    private static Set<String> services() {
        try {
            Set<String> services = new TreeSet<>();
            for (Path file : Sources.files(Sources.root().resolve("bundles"), "")) {
                if (file.getParent().endsWith("src/main/resources/META-INF/services")) {
                    Files.readAllLines(file).forEach(line -> services.add(line.split("#", 2)[0].strip()));
                }
            }
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the commands use, and what that uses. */
    private static Set<String> reached(Collection<JavaClass> classes) {
        Set<String> reached = new TreeSet<>();
        Deque<JavaClass> next = new ArrayDeque<>();
        Set<String> services = services();
        classes.stream().filter(type -> COMMANDS.contains(bundle(type)) || services.contains(type.getName()))
                .forEach(next::add);
        while (!next.isEmpty()) {
            JavaClass type = next.remove();
            if (reached.add(type.getName())) {
                uses(type).filter(target -> !bundle(target).isEmpty()).forEach(next::add);
            }
        }
        return reached;
    }
}
