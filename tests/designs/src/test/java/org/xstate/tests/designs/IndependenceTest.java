package org.xstate.tests.designs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.constant.ClassDesc;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.xstate.tests.designs.oracle.Enumeration;

/** A second statement is worth something only as long as it says everything itself. */
class IndependenceTest {
    private static final String OWN = "org/xstate/tests/designs/oracle/";

    /** A name of ours in a descriptor, an internal name or a name given as text. */
    private static final Pattern OURS = Pattern.compile("org[/.]xstate[/.][A-Za-z0-9_$/.]*");

    @Test
    void theEnumerationUsesNothingOfWhatItIsComparedWith() throws IOException, URISyntaxException {
        Path classes = Path
                .of(Enumeration.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                .resolve(OWN);
        List<Path> files;
        try (Stream<Path> all = Files.list(classes)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        assertTrue(files.contains(classes.resolve("Machine.class")), files::toString);

        List<String> foreign = files.stream().flatMap(IndependenceTest::namesOfOurs)
                .filter(name -> !name.replace('.', '/').startsWith(OWN)).distinct().toList();
        assertEquals(List.of(), foreign);
    }

    @Test
    void aUseOfAnotherPackageWouldBeSeen() throws IOException {
        Path file = Files.createTempFile("uses", ".class");
        try {
            Files.write(file, ClassFile.of().build(ClassDesc.of("Uses"), type -> type.withField(
                    "machine", ClassDesc.of("org.xstate.sim.Machine"), 0)));
            assertEquals(List.of("org/xstate/sim/Machine"), namesOfOurs(file).toList());
        } finally {
            Files.delete(file);
        }
    }

    private static Stream<String> namesOfOurs(Path file) {
        try {
            var pool = ClassFile.of().parse(file).constantPool();
            return StreamSupport.stream(pool.spliterator(), false)
                    .flatMap(entry -> entry instanceof Utf8Entry text
                            ? Stream.of(text.stringValue())
                            : Stream.of())
                    .flatMap(text -> OURS.matcher(text).results().map(MatchResult::group)).toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
