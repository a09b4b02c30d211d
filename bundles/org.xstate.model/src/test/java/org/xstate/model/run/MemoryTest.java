package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Slot;

/** Variables, structs, arrays, pointers and places in buffers. */
class MemoryTest {

    private static final String DECLARATIONS = """
            struct inner { u8 a; u8 b[2]; };
            struct outer { u8 first; struct inner in[2]; struct inner *to; struct outer *next; };
            struct header { u8 mask; };
            struct regs { struct header header; u8 cells[3]; };
            buffer(struct regs);
            struct holder { u8 n; struct regs regs; };
            pool(struct outer, outers, 3);
            pool(struct holder, holders, 2);
            tokens(NO_VALUE, V1, V2);
            struct outer single = { .first = 9, .in = { { 1, { 2, 3 } }, { 4, { 5, 6 } } } };
            struct regs loose;
            static const u8 squares[2][3] = { { 0, 1, 4 }, { 9, 16, 25 } };
            static const struct inner fixed = { 7, { 8, 9 } };
            token_t token;
            u8 i = 1;
            s8 negative = -3;
            void *place;
            u8 *octet;
            u8 out;
            """;

    private static Running running(String statements) {
        return Running.of(DECLARATIONS + "rule(r) { %s }\n".formatted(statements));
    }

    /** After the statements, the assertion holds. */
    @ParameterizedTest
    @ValueSource(strings = {
        "single.in[i].b[i] = 40; assert(single.in[1].b[1] == 40 && single.in[1].b[0] == 5);",
        "outers[2].in[1] = single.in[0]; assert(outers[2].in[1].b[1] == 3 && outers[2].in[0].a == 0);",
        "outers[i] = single; assert(outers[1].first == 9 && outers[1].in[1].a == 4 && outers[0].first == 0);",
        "struct inner copy = single.in[i]; single.in[i].a = 0; assert(copy.a == 4 && copy.b[i] == 6);",
        "struct inner copy; copy = fixed; copy.b[i] = 1; single.in[0] = copy; assert(single.in[0].b[1] == 1 && single.in[0].a == 7);",
        "u8 local[3]; local[0] = 5; local[1] = 6; local[2] = 7; local[i] = 8; assert(local[0] == 5 && local[i] == 8 && local[i + 1] == 7);",
        "assert(squares[i][i + 1] == 25 && fixed.b[i] == 9);",
        "struct outer *o = &outers[1]; o->first = 3; assert(outers[1].first == 3 && o == &outers[1] && o != &outers[0]);",
        "struct outer *o = &single; o->first = 3; assert(single.first == 3);",
        "struct inner *in = &single.in[i]; in->a = 77; assert(single.in[1].a == 77 && in == &single.in[1]);",
        "struct outer *o = &outers[2]; struct inner *in = &o->in[i]; in->b[0] = 5; assert(outers[2].in[1].b[0] == 5);",
        "outers[0].next = &outers[1]; outers[1].next = &single; assert(outers[0].next->next->in[1].b[1] == 6);",
        "outers[0].to = &single.in[1]; single.in[0] = *outers[0].to; assert(single.in[0].a == 4);",
        "token = V2; token_t t = token; assert(t == V2 && t != V1 && t != NO_VALUE);",
        "assert(negative < 0 && negative * 2 == -6 && negative / 2 == -1 && negative % 2 == -1 && negative >> 1 == -2);",
        "place = &holders[1].regs; assert(buffer_of(place) == &holders[1].regs && offset_of(place) == 0);",
        "place = &loose; place = place + 577; assert(buffer_of(place) == &loose && offset_of(place) == 577);",
        "place = &loose; octet = place; octet = octet + 64; place = octet - 4; assert(offset_of(place) == 60);",
        "struct regs *r = buffer_of(place); assert(r == NULL && place == NULL);",
        "place = &holders[0].regs; place = place + 16383; assert(buffer_of(place) == &holders[0].regs);",
        "place = &holders[1].regs; buffer_of(place)->cells[i] = 4; assert(holders[1].regs.cells[1] == 4);",
        "assert(exists(o, outers, o->first == 0) && !exists(o, outers, o->first == 1));",
        "outers[1].first = 1; assert(exists(o, outers, o->first == 1) && !forall(o, outers, o->first == 0));",
        "assert(forall(o, outers, forall(p, outers, o == p || o != p)));",
        "u8 x = 250; x += 10; assert(x == 4); x -= 5; assert(x == 255);",
        "u8 uninitialised[2]; uninitialised[0] = 1; assert(uninitialised[i - 1] == 1);",
        "single.to = NULL; assert(!single.to && single.to == NULL);"})
    void holds(String statements) {
        Running running = running(statements);
        List<Transition> steps = running.steps(running.initial(), "r");
        assertEquals(1, steps.size());
        assertEquals("Optional.empty", steps.getFirst().failure().map(Failure::text).toString());
    }

    @Test
    void anAssertionThatShouldFailDoes() {
        Running running = running("assert(squares[i][i + 1] == 24);");
        assertEquals("Optional[squares[i][i + 1] == 24]",
                running.steps(running.initial(), "r").getFirst().failure().map(Failure::text).toString());
    }

    @Test
    void choosingAnObjectGivesEachObjectOfThePool() {
        Running running = running("struct outer *o = choose_from(outers); o->first = 1;");
        List<List<Long>> written = running.steps(running.initial(), "r").stream()
                .map(one -> List.of(running.get(one.to(), "outers[0].first"),
                        running.get(one.to(), "outers[1].first"),
                        running.get(one.to(), "outers[2].first"), running.get(one.to(), "single.first")))
                .toList();
        assertEquals(List.of(List.of(1L, 0L, 0L, 9L), List.of(0L, 1L, 0L, 9L), List.of(0L, 0L, 1L, 9L)),
                written);
    }

    @Test
    void choosingACpuGivesEachCpu() {
        Running running = Running.tasks(2, "task(A) { cpu_t c = choose_cpu(); per_cpu(marks, c) = 5; }");
        List<List<Long>> marks = running.steps(running.initial(), "A").stream()
                .map(one -> running.steps(one.to(), "A").isEmpty()
                        ? one
                        : running.steps(one.to(), "A").getFirst())
                .map(one -> List.of(running.get(one.to(), "per_cpu(marks, 0)"),
                        running.get(one.to(), "per_cpu(marks, 1)")))
                .toList();
        assertEquals(List.of(List.of(5L, 0L), List.of(0L, 5L)), marks);
    }

    @Test
    void quantifiersRangeOverAllCpus() {
        Running running = Running.tasks(2, """
                task(A) { this_cpu_write(marks, 1); }
                property(none, "") { return !exists(c, cpus, per_cpu(marks, c) == 1); }
                property(not_all, "") { return !forall(c, cpus, per_cpu(marks, c) == 1); }
                """);
        assertEquals(Stepper.NONE, running.interpreter().violated(running.initial()));
        assertEquals(0, running.interpreter().violated(running.step(running.initial(), "A")));
    }

    @Test
    void aVariableThatNobodyWritesTakesNoRoom() {
        Running running = running("out = i + squares[1][i] + single.in[i].a;");
        Set<String> wide = running.machine().slots().stream().filter(one -> one.min() != one.max())
                .map(Slot::name).collect(java.util.stream.Collectors.toSet());
        assertEquals(Set.of("out"), wide);
    }

    @Test
    void aVariableTakesRoomForTheValuesThatItHas() {
        Running running = Running.of("""
                u64 mask;
                rule(set) { mask |= choose(0, 3) * 512; }
                """);
        Slot mask = running.machine().slots().get(running.slot("mask"));
        assertEquals(List.of(0L, 2047L), List.of(mask.min(), mask.max()));
    }

    @Test
    void aLocalTakesRoomOnlyWhereItIsNeededAndForTheValuesThatItHas() {
        Running running = Running.tasks(1, """
                task(A)
                {
                    int unneeded = 70;
                    for (int i = 0; i < 5; i++)
                        interleave();
                    x = 3;
                    int late = choose(2, 9);
                    interleave();
                    x = late;
                }
                """);
        List<Slot> locals = running.machine().slots().stream().filter(one -> one.kind() == Slot.Kind.LOCAL)
                .toList();
        assertEquals(List.of("A: i|late"), locals.stream().map(Slot::name).toList());
        assertEquals(List.of(0L, 9L), List.of(locals.getFirst().min(), locals.getFirst().max()));
    }

    @Test
    void functionsAreKeptToBeCalledFromOutside() {
        Running running = Running.of(Running.program("""
                int total;
                static int add(int n, bool twice) { total += n; return twice ? total * 2 : total; }
                int any(void) { return choose(4, 6); }
                rule(r) { add(1, false); }
                """), new LinkOptions(1, true, Set.of("add", "any")));
        Outcome once = running.interpreter().call("add", 0, running.initial(), 20, 1).getFirst();
        assertEquals(40, once.result());
        assertEquals(20, running.get(once.to(), "total"));
        assertEquals(List.of(4L, 5L, 6L), running.interpreter().call("any", 0, running.initial()).stream()
                .map(Outcome::result).toList());
    }
}
