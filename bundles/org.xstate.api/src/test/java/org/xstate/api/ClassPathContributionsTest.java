package org.xstate.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathContributionsTest {

    /** A design that the services file names. */
    public static final class Design implements ApiDesign {
        @Override
        public String id() {
            return "test.design";
        }

        @Override
        public String summary() {
            return "does nothing";
        }

        @Override
        public ModelText source() {
            return new ModelText("design.c", "");
        }
    }

    /** Handlers that belong to no xfeature. */
    public static final class Handlers implements TrapHandlerProvider {
        @Override
        public List<TrapHandlerSource> trapHandlers() {
            return List.of(new TrapHandlerSource(13, "always", ""));
        }
    }

    @Test
    void whatTheServicesFilesNameIsFoundAndABrokenEntryIsNamed(@TempDir Path folder) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(ApiDesign.class.getName()),
                "org.example.Missing\n" + Design.class.getName() + "\n");
        Files.writeString(services.resolve(TrapHandlerProvider.class.getName()),
                Handlers.class.getName() + "\n");
        try (URLClassLoader loader = new URLClassLoader(new URL[]{folder.toUri().toURL()},
                getClass().getClassLoader())) {
            Contributions contributions = Contributions.onClassPath(loader);
            assertEquals(List.of("test.design"),
                    contributions.apiDesigns().stream().map(ApiDesign::id).toList());
            assertEquals(List.of(13),
                    contributions.trapHandlers().stream().map(TrapHandlerSource::vector).toList());
            assertEquals(List.of("org.xstate.api"), contributions.contributedHandlers().stream()
                    .map(Contributions.ContributedHandler::bundle).toList());
            assertEquals(List.of(), contributions.reportRenderers());
            FeatureCatalog.Rejected failed = contributions.rejected().getFirst();
            assertEquals("META-INF/services/org.xstate.api.ApiDesign", failed.position());
            assertTrue(failed.reason().contains("org.example.Missing"), failed.reason());
        }
    }

    @Test
    void aTextOfModelCIsReadFromThePackageOfAClass() {
        assertTrue(ModelText.resource(ClassPathContributionsTest.class, "handler.c").text().contains("void"));
        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class,
                () -> ModelText.resource(ClassPathContributionsTest.class, "missing.c"));
        assertEquals(
                "there is no file missing.c in the package of " + ClassPathContributionsTest.class.getName(),
                missing.getMessage());
    }
}
