package org.xstate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.xstate.model.diagnostic.SourceFiles;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.ir.Step;
import org.xstate.model.ir.Value;

/** What a program is made of when its file has several scenarios, and what the scenario's settings become. */
class ScenarioTest {

    private static final String LIBRARY = """
            enum xfeature { XFEATURE_FP, XFEATURE_PKRU = 9, XFEATURE_PASID };
            enum continuation { CONT_NONE, CONT_KERNEL_FPU, CONT_SWITCH };
            static inline u64 seen(void) { return FEATURES; }
            u64 constants[10] = { NR_CPUS, NR_TASKS, KERNEL_THREADS, SOFTIRQS, HARDIRQS, NMIS, OPERATIONS,
            	MIGRATIONS, FEATURES, CONTINUATIONS };
            """;

    private static final String MODEL = """
            property(everywhere, "x") { return true; }
            scenario(one)
            {
            	cpus(2); softirqs(3); hardirqs(4); nmis(5); operations(6); migrations(7);
            	features(PKRU, PASID); continuations(CONT_KERNEL_FPU, CONT_SWITCH);
            }
            task(A) { }
            kernel_thread(K) { }
            kernel_thread(L) { }
            setup(start) { }
            property(here, "x") { return true; }
            scenario(two) { }
            task(A) { }
            interrupt(tick, 2, true) { }
            scenario(three) { like(one); softirqs(1); features(PKRU); }
            task(A) { }
            """;

    private static Program program(Optional<String> scenario) {
        Compilation compilation = ModelCompiler.compile(
                SourceFiles.of(Map.of("l.c", LIBRARY, "m.c", MODEL)), "m.c",
                new CompileOptions(scenario, Optional.empty(), Map.of(), List.of("l.c")));
        return compilation.program().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }

    private static List<Long> constants(Program program) {
        return program.globals().getFirst().initial();
    }

    @Test
    void settingsAreConstantsForTextThatIsReadBeforeThem() {
        assertEquals(List.of(2L, 3L, 0b110L, 3L, 4L, 5L, 6L, 7L, 0x600L, 0b110L),
                constants(program(Optional.of("one"))));
    }

    @Test
    void withoutSettingsThereIsOneCpuAndNothingElse() {
        assertEquals(List.of(1L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), constants(program(Optional.of("two"))));
    }

    @Test
    void aScenarioThatIsLikeAnotherHasItsSettingsButForWhatItSaysAgain() {
        assertEquals(List.of(2L, 1L, 0L, 1L, 4L, 5L, 6L, 7L, 0x200L, 0b110L),
                constants(program(Optional.of("three"))));
    }

    @Test
    void whatStandsAfterAScenarioBelongsToIt() {
        Program one = program(Optional.of("one"));
        assertEquals("A K L", join(one.tasks().stream().map(Program.Task::name).toList()));
        assertEquals(List.of(false, true, true),
                one.tasks().stream().map(Program.Task::kernelThread).toList());
        assertEquals("everywhere here", join(one.properties().stream().map(Program.Property::name).toList()));
        assertEquals(1, one.setups().size());
        assertEquals(0, one.interrupts().size());
        assertEquals(2, one.cpus());
        assertEquals(Optional.of("one"), one.scenario().map(Program.Scenario::name));
        Program two = program(Optional.of("two"));
        assertEquals("A", join(two.tasks().stream().map(Program.Task::name).toList()));
        assertEquals("everywhere", join(two.properties().stream().map(Program.Property::name).toList()));
        assertEquals(1, two.interrupts().size());
    }

    private static String join(List<String> names) {
        return String.join(" ", names);
    }

    @Test
    void ofSeveralScenariosNoneIsTakenUnlessNamed() {
        Program none = program(Optional.empty());
        assertEquals(List.of(), none.tasks());
        assertEquals(List.of("one", "two", "three"),
                none.scenarios().stream().map(Program.Scenario::name).toList());
    }

    @Test
    void anAssumptionIsOneNodeThatReadsTheStateItself() {
        Program program = Models.compile("int x; int y; task(A) { assume(x == 1 && y == 2); x = 3; }")
                .program()
                .orElseThrow();
        Step first = program.tasks().getFirst().body().nodes().getFirst().step();
        assertEquals(2, first.toString().split("Global\\[name=", -1).length - 1, first.toString());
    }

    @Test
    void aQuantifierWithCallsAsksOneObjectAfterTheOther() {
        Program program = Models.compile("""
                struct t { bool on; };
                pool(struct t, ts, 3);
                bool is_on(struct t *t) { return t->on; }
                property(some, "x") { return exists(t, ts, is_on(t)); }
                """).program().orElseThrow();
        Graph body = program.properties().getFirst().body().orElseThrow();
        assertEquals(3, body.nodes().stream().filter(node -> node.step() instanceof Step.Call).count());
    }

    @Test
    void partsOfComponentsAreReadAndWrittenByCalls() {
        Program program = Models.compile("""
                struct image { int x; };
                struct cet { token_t user_cet; token_t user_ssp; };
                token_t now;
                buffer(struct image);
                component(struct cet, 11);
                token_t read_part(void *p, int feature, int part)
                {
                	assume(p && feature && part);
                	return now;
                }
                void write_part(void *p, int feature, int part, token_t value)
                {
                	assume(p && feature && part);
                	now = value;
                }
                task(A)
                {
                	void *p = NULL;
                	struct cet *cet = p + 8;

                	cet->user_ssp = cet->user_cet;
                }
                """).program().orElseThrow();
        List<String> calls = program.tasks().getFirst().body().nodes().stream().map(Graph.Node::step)
                .filter(Step.Call.class::isInstance).map(Step.Call.class::cast)
                .map(call -> call.function() + " " + ((Value.Constant) call.arguments().get(1)).bits() + " "
                        + ((Value.Constant) call.arguments().get(2)).bits())
                .toList();
        assertEquals(List.of("read_part 11 0", "write_part 11 1"), calls);
    }

    @Test
    void aReturnOutOfAnAtomicBlockEndsIt() {
        Program program = Models.compile("int x; int f(void) { atomic { return x; } } task(A) { x = f(); }")
                .program()
                .orElseThrow();
        assertEquals(List.of("AtomicBegin", "Assign", "AtomicEnd", "Return"), program.functions().getFirst()
                .body().nodes().stream().map(node -> node.step().getClass().getSimpleName()).toList());
    }
}
