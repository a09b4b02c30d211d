package org.xstate.model.internal.link;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.xstate.model.diagnostic.Diagnostic;
import org.xstate.model.ir.Graph;
import org.xstate.model.ir.Program;
import org.xstate.model.link.LinkOptions;
import org.xstate.model.link.Linked;
import org.xstate.model.link.Machine;
import org.xstate.model.link.Procedure;
import org.xstate.model.link.Promise;
import org.xstate.model.link.Slot;
import org.xstate.model.link.Visibility;

/** Lays out one program. */
public final class Linking {

    private final Program program;
    private final LinkOptions options;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Linking(Program program, LinkOptions options) {
        this.program = program;
        this.options = options;
    }

    public Linked link() {
        Memory memory = new Memory(program, options.cpus(), Addressed.in(graphs()));
        World world = new World(program, memory);
        Instances instances = new Instances(program);
        List<Machine.RuleEntry> rules = new ArrayList<>();
        program.rules().forEach(rule -> rules
                .add(new Machine.RuleEntry(rule.name(), instances.root(rule.name(), rule.body()),
                        rule.span())));
        List<Integer> setups = program.setups().stream()
                .map(setup -> instances.root(setup.name(), setup.body())).toList();
        List<Machine.Claim> claims = claims(instances);
        List<Procedure> procedures = new ArrayList<>();
        for (Instances.Instance one : instances.all()) {
            lower(world, one).map(Lowered::procedure).ifPresent(procedures::add);
        }
        if (!diagnostics.isEmpty()) {
            return new Linked(diagnostics, Optional.empty());
        }
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < memory.slots(); i++) {
            slots.add(memory.slot(i));
        }
        return new Linked(diagnostics, Optional.of(new Machine(options.cpus(), slots, world.tables().all(),
                procedures, rules, List.of(), setups, claims, program.tokens(), world.currentTask())));
    }

    private List<Graph> graphs() {
        return Stream.of(program.functions().stream().map(Program.Function::body),
                program.tasks().stream().map(Program.Task::body),
                program.interrupts().stream().flatMap(one -> Stream.of(one.guard(), one.body())),
                program.setups().stream().map(Program.Setup::body),
                program.rules().stream().map(Program.Rule::body),
                program.properties().stream().flatMap(one -> one.body().stream()))
                .flatMap(all -> all).toList();
    }

    private List<Machine.Claim> claims(Instances instances) {
        List<Machine.Claim> claims = new ArrayList<>();
        for (Program.Property property : program.properties()) {
            claims.add(new Machine.Claim(property.name(), property.sentence(),
                    property.body().map(body -> instances.root(property.name(), body)),
                    Optional.of(property.span())));
        }
        for (Promise promise : Promise.values()) {
            claims.add(new Machine.Claim(promise.claim(), promise.sentence(), Optional.empty(),
                    Optional.empty()));
        }
        return claims;
    }

    private Optional<Lowered> lower(World world, Instances.Instance one) {
        int size = one.graph().nodes().size();
        BitSet atomic = new BitSet();
        atomic.set(0, size);
        Plan plan = new Plan(Collections.nCopies(size, Visibility.NONE), atomic, one.callees());
        try {
            return Optional.of(BodyLowering.lower(world, one.name(), one.parameters(), one.graph(), plan));
        } catch (NotExecutable refused) {
            diagnostics.add(Diagnostic.error("not-executable", refused.span(), refused.getMessage()));
            return Optional.empty();
        }
    }
}
