package org.xstate.model.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.xstate.model.diagnostic.Span;
import org.xstate.model.type.Type;

/**
 * A checked model with its knobs set, for one scenario. All lists are in the order of the text, that of the library first.
 *
 * @param buffer   the struct into which a {@code void *} points; absent if the model declares none
 * @param tasks    of the scenario: task n executes the body of object n of the pool {@code tasks}
 * @param cpus     {@code NR_CPUS}
 * @param scenario the one for which the program was made
 */
public record Program(List<Struct> structs, List<Variable> globals, List<Variable> perCpu, List<Pool> pools,
        Optional<String> buffer, List<Component> components, List<String> tokens, List<Function> functions,
        List<Task> tasks, List<Interrupt> interrupts, List<Setup> setups, List<Rule> rules,
        List<Property> properties, List<Knob> knobs, List<Scenario> scenarios, int cpus,
        Optional<Scenario> scenario) {

    public Program {
        structs = List.copyOf(structs);
        globals = List.copyOf(globals);
        perCpu = List.copyOf(perCpu);
        pools = List.copyOf(pools);
        components = List.copyOf(components);
        tokens = List.copyOf(tokens);
        functions = List.copyOf(functions);
        tasks = List.copyOf(tasks);
        interrupts = List.copyOf(interrupts);
        setups = List.copyOf(setups);
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

    /**
     * The struct whose members are the parts of a component. A pointer to it is a place in a buffer, as {@code void *} is;
     * what goes through it has become calls of {@code read_part} and {@code write_part}.
     *
     * @param feature the component's number
     */
    public record Component(String struct, long feature, Span span) {
    }

    /** @param parameters how many of the graph's locals are parameters */
    public record Function(String name, Type result, int parameters, Graph body, Span span) {
    }

    /** @param kernelThread whether it is declared as one */
    public record Task(String name, boolean kernelThread, Graph body, Span span) {
    }

    /**
     * What may begin on a CPU when its guard holds there.
     *
     * @param level 0: in the name of the task that it interrupts; 1 to 9: in a context of the CPU, above lower levels
     * @param guard returns a truth value
     */
    public record Interrupt(String name, int level, Graph guard, Graph body, Span span) {
    }

    /** Makes the initial states of what the variables start with; no task is current in it. */
    public record Setup(String name, Graph body, Span span) {
    }

    /** One atomic step. */
    public record Rule(String name, Graph body, Span span) {
    }

    /**
     * A claim.
     *
     * @param body returns whether a state has the property; absent if it is only claimed by {@code require} on the way
     */
    public record Property(String name, String sentence, Optional<Graph> body, Span span) {
    }

    /**
     * A constant that can be set from outside, or left open.
     *
     * @param values   names of the values that it may take, by number; a number stands for itself
     * @param standard the number that it has if nobody sets it
     * @param setting  the number that this program was made with; of an open knob what it would be
     * @param open     whether it is a variable of the same name, and the program begins with every value of it
     */
    public record Knob(String name, Map<String, Long> values, long standard, long setting, boolean open,
            Span span) {
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

    /**
     * {@code cpus(2)}.
     *
     * @param arguments strings without quotes, names and numbers as they were written
     * @param places    where each argument stands
     * @param span      the setting's name
     */
    public record Setting(String name, List<String> arguments, List<Span> places, Span span) {
        public Setting {
            arguments = List.copyOf(arguments);
            places = List.copyOf(places);
        }

        /** What a sentence is about: the first argument that it quotes, or the setting. */
        public Span place(String sentence) {
            for (int i = 0; i < arguments.size(); i++) {
                if (sentence.contains("'" + arguments.get(i) + "'")) {
                    return places.get(i);
                }
            }
            return span;
        }
    }
}
