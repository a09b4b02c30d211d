package org.xstate.analysis.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.xstate.analysis.check.ScenarioRun;
import org.xstate.analysis.check.TraceFile;
import org.xstate.model.ir.Program;
import org.xstate.sim.library.ImageMap;
import org.xstate.sim.run.Simulation;
import org.xstate.sim.scenario.Scenario;
import org.xstate.sim.trace.Change;
import org.xstate.sim.trace.Deed;
import org.xstate.sim.trace.Deeds;
import org.xstate.sim.trace.Trace;
import org.xstate.sim.trace.TraceBuilder;
import org.xstate.sim.trace.TraceEnd;

/**
 * Writes an execution as the skeleton of a selftest for a real kernel, in the manner of the kernel's own
 * {@code tools/testing/selftests/x86}: one C file that compiles without the model.
 *
 * <p>What programs do becomes code: they load and look at components (by XRSTOR and XSAVE of that component alone, with
 * offsets from CPUID), take signals, move between CPUs, and take turns in the order of the execution. What happens in
 * the kernel cannot be written down from here: each such place becomes a call of {@code provoke} with a comment that
 * says what has to be made to happen. While one of them is missing, a run that sees nothing wrong counts as skipped.
 */
public final class Selftest {
    private static final Pattern WRITE = Pattern.compile("^user_write\\(XFEATURE_(\\w+), (\\w+)\\)$");
    private static final Pattern LOOK = Pattern.compile("\\breg\\(XFEATURE_(\\w+)\\) == (\\w+)");
    private static final Pattern SIGNAL = Pattern.compile("\\btake_signal\\(");
    private static final Pattern SIGNAL_RETURN = Pattern.compile("\\bsigreturn\\(");
    private static final Pattern REGISTERS = Pattern.compile("regs(?: CPU(\\d+))?");
    private static final Pattern MEMORY = Pattern.compile("mem (\\w+)");
    private static final Pattern CROSSING = Pattern.compile("^(enter_kernel|exit_to_user_mode)\\(\\)$");

    private final Scenario scenario;
    private final TraceFile trace;
    private final Values values;
    private final Hints hints;
    private final Map<String, TaskText> tasks = new LinkedHashMap<>();
    private Optional<TaskText> running = Optional.empty();
    private int turn = -1;
    private int checks;
    private int provoked;

    private Selftest(Scenario scenario, ImageMap map, TraceFile trace) {
        this.scenario = scenario;
        this.trace = trace;
        this.values = new Values(map, scenario.machine().tokens());
        this.hints = new Hints(scenario);
        scenario.program().tasks().stream().filter(task -> !task.kernelThread()).map(Program.Task::name)
                .forEach(name -> tasks.put(name, new TaskText(name)));
    }

    /**
     * The text of the C file; equal input gives equal text.
     *
     * @throws IllegalArgumentException if the scenario has no user tasks, as in rule form; or the trace does not fit it
     */
    public static String of(Scenario scenario, TraceFile trace) {
        Objects.requireNonNull(trace);
        Optional<ImageMap> map = scenario.map();
        if (map.isEmpty() || scenario.program().tasks().stream().allMatch(Program.Task::kernelThread)) {
            throw new IllegalArgumentException(
                    "a selftest is made of what user tasks do, and this model has none");
        }
        return new Selftest(scenario, map.get(), trace).text();
    }

    private String text() {
        Simulation simulation = ScenarioRun.replayed(scenario, trace);
        Trace told = TraceBuilder.of(scenario, simulation);
        Optional<TraceEnd> end = told.end();
        told.start().forEach(value -> begin(value, told.running()));
        Deeds.of(scenario, simulation).forEach(this::deed);
        end.ifPresent(this::lookAtTheEnd);
        running.ifPresent(task -> task.line("end_turn();"));
        String claim = end.map(TraceEnd::sentence).orElse(scenario.name());
        String bodies = tasks.values().stream().map(TaskText::text).collect(Collectors.joining());
        return head(end) + """
                #define NR_CPUS %d
                #define NR_TASKS %d
                #define NR_CHECKS %d
                #define NR_PROVOKED %d
                /* XCR0 bits without which this says nothing */
                #define NEEDED %sull
                /* those of them that are initial when a task begins */
                #define INITIAL %sull
                #define CLAIM %s

                """.formatted(Math.max(1, scenario.machine().cpus()), tasks.size(), checks, provoked,
                values.components(), values.initial(), quoted(claim)) + resource("runtime.c") + "\n"
                + values.text() + "\n"
                + bodies + "static void (*const tasks[NR_TASKS])(void) = { "
                + tasks.values().stream().map(TaskText::function).collect(Collectors.joining(", "))
                + " };\n\n"
                + resource("main.c");
    }

    private String head(Optional<TraceEnd> end) {
        StringBuilder head = new StringBuilder("/*\n");
        String file = scenario.source();
        paragraph("Skeleton of a selftest, made from an execution of scenario " + scenario.name() + " in "
                + file.substring(file.lastIndexOf('/') + 1) + ": kernel " + scenario.kernel() + ", "
                + scenario.profile().orElse("no processor") + ".", head);
        end.ifPresent(violated -> {
            head.append(" *\n");
            paragraph("It ends where " + violated.property() + " is violated: " + violated.sentence() + ".",
                    head);
            violated.sentences().forEach(sentence -> paragraph(sentence, head));
        });
        head.append(" *\n");
        paragraph("What stands in provoke() has to be made to happen in the kernel; see there.", head);
        paragraph("Compile: gcc -O2 -Wall -o selftest FILE.c", head);
        return head + " */\n";
    }

    private static void paragraph(String text, StringBuilder head) {
        TaskText.wrapped(text.replace("*/", "* /"), 96)
                .forEach(line -> head.append(" * ").append(line).append('\n'));
    }

    /**
     * A value with which the scenario begins: in the registers it is that of the task that runs there.
     *
     * @param running who is on each CPU
     */
    private void begin(Change value, List<String> running) {
        Matcher registers = REGISTERS.matcher(value.place());
        Matcher memory = MEMORY.matcher(value.place());
        Optional<String> owner = Optional.empty();
        if (registers.matches()) {
            int cpu = Optional.ofNullable(registers.group(1)).map(Integer::parseInt).orElse(0);
            owner = Optional.of(running.get(cpu).split(" ")[0]);
        } else if (memory.matches()) {
            owner = Optional.of(memory.group(1)).filter(name -> running.stream()
                    .noneMatch(one -> one.split(" ")[0].equals(name)));
        }
        Optional<TaskText> task = owner.map(tasks::get);
        if (task.isPresent() && !value.after().endsWith("init")) {
            loaded(value).ifPresent(name -> task.get().line("load(&" + name + ");"));
        }
    }

    private void deed(Deed deed) {
        TaskText task = deed.kind() == Deed.Kind.TASK
                ? tasks.get(deed.actor().name())
                : running.orElse(tasks.values().iterator().next());
        takeTurn(task);
        if (deed.kind() == Deed.Kind.TASK) {
            task.runOn(deed.actor().cpu());
        }
        if (deed.kind() == Deed.Kind.TASK && deed.user()) {
            program(deed, task);
        } else if (!CROSSING.matcher(deed.statement()).matches()) {
            provoke(deed, task);
        }
    }

    private void takeTurn(TaskText task) {
        if (running.filter(one -> one == task).isEmpty()) {
            running.ifPresent(one -> one.line("end_turn();"));
            turn++;
            task.line("wait_for_turn(" + turn + ");");
            running = Optional.of(task);
        }
    }

    /** A statement of a program. */
    private void program(Deed deed, TaskText task) {
        Matcher look = LOOK.matcher(deed.statement());
        if (CROSSING.matcher(deed.statement()).matches()) {
            task.comment("step " + deed.step() + ": into the kernel");
        } else if (SIGNAL.matcher(deed.statement()).find()) {
            task.openHandler();
        } else if (SIGNAL_RETURN.matcher(deed.statement()).find()) {
            task.closeHandler();
        } else if (look.find()) {
            Optional<String> value = values.name(look.group(1), look.group(2));
            value.ifPresentOrElse(name -> expect(task, "step " + deed.step() + ", " + deed.place(), name),
                    () -> provoke(deed, task));
        } else {
            Optional<String> loaded = loaded(deed);
            loaded.ifPresentOrElse(name -> task.line("load(&" + name + ");"), () -> provoke(deed, task));
        }
    }

    /** The value that a statement puts into a register: by what it says, else by what it did. */
    private Optional<String> loaded(Deed deed) {
        Matcher write = WRITE.matcher(deed.statement());
        if (write.find()) {
            return values.name(write.group(1), write.group(2));
        }
        boolean one = deed.registers().size() == 1;
        return one ? loaded(deed.registers().getFirst()) : Optional.empty();
    }

    private Optional<String> loaded(Change change) {
        return values.name(change.what(), change.after());
    }

    private void expect(TaskText task, String where, String value) {
        task.line("expect(" + checks + ", " + quoted(where) + ", &" + value + ");");
        checks++;
    }

    private void provoke(Deed deed, TaskText task) {
        String who = switch (deed.kind()) {
            case TASK -> deed.user() ? "the program" : "in the kernel";
            case KERNEL_THREAD -> "kernel thread " + deed.actor().name();
            case INTERRUPTION -> deed.actor().name();
        };
        String cpu = deed.actor().cpu().isPresent() ? " on CPU " + deed.actor().cpu().getAsInt() : "";
        task.comment("step " + deed.step() + ", " + deed.place() + ", " + who + cpu
                + hints.of(deed.statement()).map(hint -> ": " + hint).orElse(""));
        task.line("provoke(" + deed.step() + ", " + quoted(deed.statement()) + ");");
        provoked++;
    }

    /** What the task that the claim is about should find when it is back in its own code. */
    private void lookAtTheEnd(TraceEnd end) {
        Optional<TaskText> task = end.value("tsk").map(tasks::get);
        Optional<String> value = end.value("f")
                .flatMap(f -> end.value("expected").flatMap(expected -> values.name(f, expected)));
        if (task.isPresent() && value.isPresent()) {
            takeTurn(task.get());
            task.get().closeHandlers();
            expect(task.get(), "at the end, " + end.property(), value.get());
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Selftest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
