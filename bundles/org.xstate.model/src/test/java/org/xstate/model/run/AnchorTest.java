package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;

/** The interpreter finds the planted bugs of the anchor model as deep as SPIN 6.5.2 does. */
class AnchorTest {

    @ParameterizedTest
    @CsvSource({"3,7", "4,6", "5,6"})
    void eachBugIsFoundAtItsDepth(int bug, int steps) {
        Path folder = Path.of(System.getProperty("xstate.root")).resolve("examples/anchors");
        Program program = ModelCompiler.compile(files(folder), "M.c",
                new CompileOptions(Optional.empty(), Optional.empty(),
                        Map.of("BUG", Integer.toString(bug), "NF", "3"), List.of()))
                .program().orElseThrow();
        Running running = Running.of(program, LinkOptions.cpus(1));
        assertEquals(steps, depth(running));
    }

    /** Steps to the nearest state that violates the property. */
    private static int depth(Running running) {
        Set<List<Long>> seen = new HashSet<>();
        List<long[]> level = List.of(running.initial());
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<long[]> next = new ArrayList<>();
            for (long[] state : level) {
                if (running.interpreter().violated(state) != Stepper.NONE) {
                    return depth;
                }
                for (Transition one : running.interpreter().transitions(state)) {
                    if (seen.add(Arrays.stream(one.to()).boxed().toList())) {
                        next.add(one.to());
                    }
                }
            }
            level = next;
        }
        return -1;
    }

    private static SourceFiles files(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
