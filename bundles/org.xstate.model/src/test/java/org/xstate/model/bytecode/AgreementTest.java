package org.xstate.model.bytecode;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.xstate.model.Compilation;
import org.xstate.model.CompileOptions;
import org.xstate.model.ModelCompiler;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Linker;
import org.xstate.model.link.Machine;

/** The bytecode does what the interpreter does, state by state. */
class AgreementTest {

    private static final int MODELS = 48;
    private static final int STATES = 60;

    static Machine machine(String text) {
        Compilation compiled = ModelCompiler.compile(SourceFiles.of(Map.of("random.c", text)), "random.c",
                CompileOptions.DEFAULT);
        int cpus = compiled.program().map(program -> program.cpus())
                .orElseThrow(() -> new AssertionError(compiled.diagnostics() + "\n" + text));
        Linked linked = Linker.link(compiled.program().get(), LinkOptions.cpus(cpus));
        return linked.machine().orElseThrow(() -> new AssertionError(linked.diagnostics() + "\n" + text));
    }

    @Test
    void onHooks() {
        int[] walked = Agreement.check(machine("""
                range(0, 40) n; bool done;
                hook(void, add)(int by);
                hook(bool, ends)(int at);
                hook(u64, mask)(void);
                on(void, add, a)(int by) { n += by; }
                on(void, add, b)(int by) { n += choose(0, 1) * by; }
                on(bool, ends, a)(int at) { return n > at; }
                on(bool, ends, b)(int at) { n += 1; return n % 8 == at; }
                on(u64, mask, a)(void) { return 1; }
                on(u64, mask, b)(void) { return n & 6; }
                rule(grow) { assume(!done && n < 30); add(2); done = ends(25) || mask() == 7; }
                """), false, STATES, "hooks");
        assertTrue(walked[0] > 10, "only " + walked[0] + " states");
    }

    @Test
    void onRandomModels() {
        int states = 0;
        int failures = 0;
        for (long seed = 0; seed < MODELS; seed++) {
            String text = RandomModel.text(seed);
            Machine machine = machine(text);
            for (boolean drop : new boolean[]{true, false}) {
                int[] walked = Agreement.check(machine, drop, STATES, "seed " + seed + "\n" + text);
                states += walked[0];
                failures += walked[1];
            }
        }
        assertTrue(states > MODELS * STATES / 4, "only " + states + " states");
        assertTrue(failures > MODELS, "only " + failures + " failed steps");
    }
}
