package org.xstate.analysis.selftest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** The C functions of one task: its body, and the handlers of the signals that it takes, innermost last. */
final class TaskText {
    private static final int LINE = 100;

    private record Function(String name, List<String> lines) {
    }

    private final String task;
    private final Deque<Function> open = new ArrayDeque<>();
    private final List<Function> closed = new ArrayList<>();
    private OptionalInt cpu = OptionalInt.empty();
    private int handlers;

    TaskText(String task) {
        this.task = task;
        open.push(new Function("task_" + task, new ArrayList<>()));
    }

    String function() {
        return "task_" + task;
    }

    void line(String text) {
        open.element().lines().add("\t" + text);
    }

    /** A comment in front of what comes next. */
    void comment(String text) {
        String safe = text.replace("*/", "* /");
        List<String> lines = wrapped(safe, LINE - 14);
        if (lines.size() == 1) {
            line("/* " + lines.getFirst() + " */");
        } else {
            line("/*");
            lines.forEach(one -> line(" * " + one));
            line(" */");
        }
    }

    void runOn(OptionalInt wanted) {
        if (wanted.isPresent() && !wanted.equals(cpu)) {
            cpu = wanted;
            line("run_on(" + cpu.getAsInt() + ");");
        }
    }

    /** What follows stands in the handler. */
    void openHandler() {
        handlers++;
        String name = "handler_" + handlers + "_of_" + task;
        line("take_signal(" + name + ");");
        open.push(new Function(name, new ArrayList<>()));
    }

    /** Does nothing outside of handlers. */
    void closeHandler() {
        if (open.size() > 1) {
            closed.add(open.pop());
        }
    }

    void closeHandlers() {
        while (open.size() > 1) {
            closeHandler();
        }
    }

    /** The functions, each before its use. */
    String text() {
        closeHandlers();
        StringBuilder text = new StringBuilder();
        for (Function function : closed) {
            append(function, text);
        }
        append(open.element(), text);
        return text.toString();
    }

    private static void append(Function function, StringBuilder text) {
        text.append("static void ").append(function.name()).append("(void)\n{\n");
        function.lines().forEach(line -> text.append(line).append('\n'));
        text.append("}\n\n");
    }

    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
