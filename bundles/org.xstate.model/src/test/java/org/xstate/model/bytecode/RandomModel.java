package org.xstate.model.bytecode;

import java.util.List;
import java.util.Random;

/**
 * Random texts in model C that the front end takes: rules, or tasks and interrupts on one or two CPUs. They use what the
 * language has: ranges, bit-fields, enums, arrays, tables, pointers, tokens, choices, loops, calls, atomic sections; and
 * now and then they fail, by an assertion, a null pointer, an index or a value outside.
 */
final class RandomModel {

    private final Random random;
    private final boolean sequential;
    private final StringBuilder text = new StringBuilder();
    private boolean onCpu;
    private boolean calls;
    private int loops;
    private int labels;

    private RandomModel(long seed) {
        random = new Random(seed);
        sequential = seed % 2 == 1;
        onCpu = sequential;
    }

    static String text(long seed) {
        return new RandomModel(seed).write();
    }

    private String write() {
        int cpus = sequential ? 1 + random.nextInt(2) : 1;
        text.append("""
                tokens(T0, T1, T2);
                enum color { RED, GREEN = 3, BLUE };
                struct item { bool flag; u8 count : 2; enum color c; struct item *next; token_t tok; };
                pool(struct item, items, 2);
                static const int table[4] = { 2, 0, 3, 1 };
                range(-2, 3) small;
                u8 octets[2];
                bool flags[3];
                range(0, 3) grid[2][2];
                u64 mask;
                struct item *head;
                token_t token;
                ghost range(0, 7) seen;
                """);
        if (sequential) {
            text.append("scenario(random) { cpus(" + cpus + "); }\n");
            text.append("""
                    struct task_struct { bool ready; u8 work : 2; };
                    pool(struct task_struct, tasks, 2);
                    DEFINE_PER_CPU(struct task_struct *, current_task);
                    DEFINE_PER_CPU(u8, quota);
                    DEFINE_PER_CPU(bool, masked);
                    cpu_t where;
                    static void reschedule(struct task_struct *to)
                    {
                    	atomic { this_cpu_write(current_task, to); }
                    	interleave();
                    }
                    """);
        }
        text.append("static int twice(int x)\n{\n\tint i;\n\tint sum = 0;\n\n");
        text.append("\tfor (i = 0; i < 2; i++)\n\t\tsum = sum + x;\n\treturn sum & 7;\n}\n");
        text.append("static bool helper(int x, bool y)\n{\n");
        locals();
        statements(2, 1);
        calls = true;
        text.append("\treturn " + condition(2) + ";\n}\n");
        if (sequential) {
            processes();
        } else {
            int rules = 3 + random.nextInt(3);
            for (int i = 0; i < rules; i++) {
                text.append("rule(rule" + i + ")\n{\n\tint x = choose(0, " + random.nextInt(3)
                        + ");\n\tbool y = false;\n");
                locals();
                text.append("\tassume(!flags[0] || " + condition(1) + ");\n");
                statements(5, 2);
                text.append("}\n");
            }
        }
        onCpu = false;
        text.append("property(p, \"p\")\n{\n\tint x = 1;\n\tint n = 2;\n\tbool y = false;\n\n");
        text.append("\treturn " + condition(1) + " || " + condition(1) + " || " + condition(2) + ";\n}\n");
        text.append(
                "property(q, \"q\") { return forall(o, items, !o->flag || o->count < 3) || seen < 6; }\n");
        return text.toString();
    }

    private void processes() {
        for (String task : List.of("A", "B")) {
            text.append("task(" + task + ")\n{\n\tint x = 0;\n\tbool y = true;\n");
            locals();
            statements(4, 2);
            if (random.nextBoolean()) {
                text.append("\treschedule(&tasks[" + random.nextInt(2) + "]);\n");
            }
            statements(2, 2);
            text.append("}\n");
        }
        text.append("interrupt(irq, 2, !this_cpu_read(masked) && this_cpu_read(quota) < 2)\n{\n");
        text.append("\tint x = 1;\n\tbool y = false;\n");
        locals();
        text.append("\tthis_cpu_write(quota, this_cpu_read(quota) + 1);\n");
        statements(2, 1);
        text.append("}\n");
        if (random.nextBoolean()) {
            text.append(
                    "interrupt(preempt, 0, !this_cpu_read(masked) && seen < 2)\n{\n\tint x = 2;\n\tbool y = false;\n");
            locals();
            text.append("\tatomic { seen = seen + 1; }\n");
            statements(1, 1);
            text.append("\treschedule(&tasks[" + random.nextInt(2) + "]);\n}\n");
        }
        text.append("setup(start)\n{\n\tper_cpu(current_task, cpu(0)) = &tasks[choose(0, 1)];\n}\n");
    }

    private void locals() {
        text.append(
                "\tint i = 0;\n\tint n = 0;\n\tstruct item *it = head;\n\ttoken_t tok = T1;\n\tu8 byte = 0;\n\n");
        text.append("\tbyte = i + n;\n\ti = byte;\n\ty = it == NULL && tok == T0;\n");
    }

    private void statements(int most, int depth) {
        int number = 1 + random.nextInt(most);
        for (int i = 0; i < number; i++) {
            statement(depth);
        }
    }

    private void statement(int depth) {
        if (depth > 0 && random.nextInt(3) == 0) {
            compound(depth - 1);
            return;
        }
        switch (random.nextInt(18)) {
            case 0 -> line("small = " + value(2) + " & 3");
            case 1 -> line("octets[" + index(2) + "] += " + value(1));
            case 2 -> line("flags[" + index(3) + "] = " + condition(2));
            case 3 -> line("grid[" + index(2) + "][" + index(2) + "] = " + value(2) + " & 3");
            case 4 -> line("mask |= BIT_ULL(" + random.nextInt(40) + ")");
            case 5 -> line("mask = mask >> 1 ^ (u64)(" + value(1) + " & 15)");
            case 6 -> line("head = " + pointer());
            case 7 -> line("it = " + pointer());
            case 8 -> line((random.nextInt(4) == 0 ? "" : "if (it) ") + "it->" + member());
            case 9 -> line("tok = " + token());
            case 10 -> line("token = " + token());
            case 11 -> line("n = " + value(2) + " & 7");
            case 12 -> line("x = twice(" + value(1) + ")");
            case 13 -> line("n = choose(0, " + (1 + random.nextInt(2)) + ")");
            case 14, 15, 16 -> rare();
            default -> local();
        }
    }

    /** What ends a step, or ends it badly. */
    private void rare() {
        switch (random.nextInt(7)) {
            case 0 -> line("assert(" + condition(1) + " || n < 6)");
            case 1 -> line("small = " + value(1));
            case 2 -> line("n = table[(x + n) & 7]");
            case 3 -> line("n = " + value(1) + " / (n & 3)");
            case 4 -> line("assume(" + condition(1) + " || flags[0])");
            case 5 -> line("while (flags[1] && seen != 3) seen = (seen + 2) & 7");
            default -> line("cover(\"label " + labels++ + "\")");
        }
    }

    private void local() {
        if (!sequential) {
            line("seen = (seen + 1) & 7");
            return;
        }
        switch (random.nextInt(8)) {
            case 4 -> line("where = smp_processor_id()");
            case 5 -> line("if (where != NO_CPU) per_cpu(quota, where) = " + value(1) + " & 3");
            case 6 -> line("where = choose_cpu()");
            case 0 -> line("this_cpu_write(masked, " + condition(1) + ")");
            case 1 -> line("this_cpu_write(quota, " + value(1) + " & 3)");
            case 2 -> line("current->ready = " + condition(1));
            case 3 -> line("atomic { current->work = " + value(1) + " & 3; flags[0] = !flags[0]; }");
            default -> line("seen = (seen + 1) & 7");
        }
    }

    private void compound(int depth) {
        switch (random.nextInt(calls ? 5 : 4)) {
            case 0 -> {
                line("if (" + condition(2) + ") {", "");
                statements(2, depth);
                line("} else {", "");
                statements(2, depth);
                line("}", "");
            }
            case 1 -> {
                String counter = "c" + loops++;
                line("{", "");
                line("int " + counter);
                line("for (" + counter + " = 0; " + counter + " < " + (1 + random.nextInt(3)) + "; " + counter
                        + "++) {",
                        "");
                statements(2, depth);
                line(random.nextBoolean() ? "if (" + condition(1) + ") break" : "continue");
                line("}", "");
                line("}", "");
            }
            case 2 -> {
                line("switch (" + value(1) + " & 3) {", "");
                line("case 0:", "");
                statements(1, depth);
                line("break");
                line("case 2:", "");
                statements(1, depth);
                line("break");
                line("default:", "");
                line("break");
                line("}", "");
            }
            case 3 -> {
                line("atomic {", "");
                statements(2, 0);
                line("}", "");
            }
            default -> line("y = helper(" + value(1) + ", y)");
        }
    }

    private String value(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return switch (random.nextInt(10)) {
                case 0 -> "x";
                case 1 -> "n";
                case 2 -> "small";
                case 3 -> "octets[" + index(2) + "]";
                case 4 -> "grid[" + random.nextInt(2) + "][" + index(2) + "]";
                case 5 -> "table[" + index(4) + "]";
                case 6 -> "(int)(mask & 7)";
                case 7 -> "items[" + random.nextInt(2) + "].count";
                case 8 -> onCpu ? "this_cpu_read(quota)" : "(int)items[0].c";
                default -> Integer.toString(random.nextInt(5) - 1);
            };
        }
        String left = value(depth - 1);
        String right = value(depth - 1);
        return switch (random.nextInt(7)) {
            case 0 -> "(" + left + " + " + right + ")";
            case 1 -> "(" + left + " - " + right + ")";
            case 2 -> "(" + left + " * " + right + ")";
            case 3 -> "(" + left + " ^ " + right + ")";
            case 4 -> "(" + left + " | " + right + ")";
            case 5 -> "(" + condition(1) + " ? " + left + " : " + right + ")";
            default -> "(u8)(" + left + ")";
        };
    }

    private String condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return switch (random.nextInt(6)) {
                case 0 -> "y";
                case 1 -> "flags[" + index(3) + "]";
                case 2 -> "head == NULL";
                case 3 -> "token == " + "T" + random.nextInt(3);
                case 4 -> onCpu && random.nextBoolean()
                        ? "where == smp_processor_id()"
                        : "items[" + random.nextInt(2) + "].flag";
                default -> value(1) + " < " + value(1);
            };
        }
        return switch (random.nextInt(4)) {
            case 0 -> "(" + condition(depth - 1) + " && " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " || " + condition(depth - 1) + ")";
            case 2 -> "!(" + condition(depth - 1) + ")";
            default -> "(" + value(1) + " == " + value(1) + ")";
        };
    }

    private String index(int length) {
        return random.nextInt(3) == 0
                ? Integer.toString(random.nextInt(length))
                : length == 3 ? "(x & 1)" : "(" + value(0) + " & " + (length - 1) + ")";
    }

    private String pointer() {
        return switch (random.nextInt(4)) {
            case 0 -> "NULL";
            case 1 -> "&items[" + random.nextInt(2) + "]";
            case 2 -> "head";
            default -> "it ? it->next : &items[0]";
        };
    }

    private String token() {
        return switch (random.nextInt(3)) {
            case 0 -> "T" + random.nextInt(3);
            case 1 -> "token";
            default -> "tok";
        };
    }

    private String member() {
        return switch (random.nextInt(5)) {
            case 0 -> "flag = " + condition(1);
            case 1 -> "count = " + value(1) + " & 3";
            case 2 -> "c = BLUE";
            case 3 -> "next = " + "head";
            default -> "tok = " + token();
        };
    }

    private void line(String statement) {
        line(statement, ";");
    }

    private void line(String statement, String end) {
        text.append('\t').append(statement).append(end).append('\n');
    }
}
