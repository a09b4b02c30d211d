package org.xstate.model.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.type.Type;

/** A checked model with its knobs set. All lists are in the order of the text. */
public record Program(List<Struct> structs, List<Variable> globals, List<Variable> perCpu, List<Pool> pools,
        List<String> tokens, List<Function> functions, List<Function> tasks, List<Rule> rules,
        List<Property> properties, List<Knob> knobs, List<Scenario> scenarios, Optional<String> scenario) {

    public Program {
        structs = List.copyOf(structs);
        globals = List.copyOf(globals);
        perCpu = List.copyOf(perCpu);
        pools = List.copyOf(pools);
        tokens = List.copyOf(tokens);
        functions = List.copyOf(functions);
        tasks = List.copyOf(tasks);
        rules = List.copyOf(rules);
        properties = List.copyOf(properties);
        knobs = List.copyOf(knobs);
        scenarios = List.copyOf(scenarios);
    }

    public record Struct(String name, List<Member> members, Span span) {
        public Struct {
            members = List.copyOf(members);
        }

        public Optional<Member> member(String wanted) {
            return members.stream().filter(one -> one.name().equals(wanted)).findFirst();
        }
    }

    public record Member(String name, Type type) {
    }

    /**
     * @param ghost   whether it only observes: reading or writing it is no step
     * @param initial the scalars that it consists of, arrays and structs taken apart from first to last
     */
    public record Variable(String name, Type type, boolean ghost, boolean constant, List<Long> initial,
            Span span) {
        public Variable {
            initial = List.copyOf(initial);
        }
    }

    /** The objects of a struct, to which pointers point by a small index. */
    public record Pool(String name, Type.Struct type, int size, Span span) {
    }

    /** @param parameters how many of the graph's locals are parameters */
    public record Function(String name, Type result, int parameters, Graph body, Span span) {
    }

    /** One atomic step, with the functions that it calls expanded: its graph has no calls. */
    public record Rule(String name, Graph body, Span span) {
    }

    /** Holds in every state in which its graph returns true; its graph has no calls. */
    public record Property(String name, String sentence, Graph body, Span span) {
    }

    /**
     * A constant that can be set from outside.
     *
     * @param values  names of the values that it may take, by number; a number stands for itself
     * @param setting the number that this program was made with
     */
    public record Knob(String name, Map<String, Long> values, long setting, Span span) {
        public Knob {
            values = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(values));
        }
    }

    /** @param settings in the order of the text */
    public record Scenario(String name, List<Setting> settings, Span span) {
        public Scenario {
            settings = List.copyOf(settings);
        }
    }

    /** {@code cpus(2)}: strings without quotes, names and numbers as they were written. */
    public record Setting(String name, List<String> arguments, Span span) {
        public Setting {
            arguments = List.copyOf(arguments);
        }
    }
}
