package org.xstate.model.link;

import java.util.List;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;

/**
 * A program laid out to be run.
 *
 * <p><b>Who may step.</b> A rule may step in every state. On each CPU, only the innermost context may: of the interrupt
 * processes of that CPU that have begun, the one with the highest level, else the interrupt process of level 0 of the
 * task that is current there if it has begun, else that task's body. An interrupt process may begin on a CPU if its
 * level is above that of the innermost context and its guard holds there.
 *
 * <p><b>What a step is.</b> The process executes the node it stands at and goes on until, outside of atomic sections, it is
 * before a node that another CPU could see ({@link Visibility#SHARED}), before a node that an interrupt could see
 * ({@link Visibility#LOCAL}) while some interrupt may begin, before an {@link Instruction.Interleave}, before a blocking
 * {@link Instruction.Assume} that does not hold, or at its end. A begin of an interrupt is one with its first step.
 *
 * @param cpus       number of CPUs; at least 1
 * @param slots      the scalars that a state consists of
 * @param tables     constants by position: const arrays and the like
 * @param procedures functions, bodies, guards, predicates
 * @param rules      of a model in rule form
 * @param processes  tasks and interrupts, ordered by CPU or task, then level
 * @param setups     procedures that, run one after the other from the slots' initial values, give the initial states
 * @param claims     what is checked, by number: the properties in the order of the text, then what every model promises
 * @param tokens     names of tokens
 * @param currentTask slot of the first CPU's {@code current_task}, those of the others follow; absent in rule form
 */
public record Machine(int cpus, List<Slot> slots, List<long[]> tables, List<Procedure> procedures,
        List<RuleEntry> rules, List<Process> processes, List<Integer> setups, List<Claim> claims,
        List<String> tokens, Optional<Integer> currentTask) {

    /** Bytes that an offset into a buffer can span. */
    public static final int BUFFER_BYTES = 1 << 14;

    public Machine {
        slots = List.copyOf(slots);
        tables = List.copyOf(tables);
        procedures = List.copyOf(procedures);
        rules = List.copyOf(rules);
        processes = List.copyOf(processes);
        setups = List.copyOf(setups);
        claims = List.copyOf(claims);
        tokens = List.copyOf(tokens);
    }

    /** A rule: a procedure without parameters that is one step for each way through its choices. */
    public record RuleEntry(String name, int procedure, Span span) {
    }

    /**
     * @param sentence  what it says
     * @param predicate procedure without parameters that returns whether it holds in a state; absent if it is only
     *                  asserted on the way
     */
    public record Claim(String name, String sentence, Optional<Integer> predicate, Optional<Span> span) {
    }
}
