package org.xstate.model.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xstate.model.link.LinkOptions;

/** Random expressions have the values that gcc gives them. */
class ArithmeticTest {

    private static final List<String> TYPES = List.of("u8", "s8", "u16", "s16", "u32", "int", "u64", "s64",
            "bool");
    private static final int FUNCTIONS = 60;
    private static final int CALLS = 20;

    private static final String TYPEDEFS = """
            #include <stdio.h>
            #include <stdbool.h>
            typedef unsigned char u8; typedef signed char s8; typedef unsigned short u16; typedef short s16;
            typedef unsigned int u32; typedef unsigned long long u64; typedef long long s64;
            """;

    private final Random random = new Random(20260301);

    private record Function(String result, List<String> parameters, String body) {
        String text(int number) {
            StringBuilder text = new StringBuilder(result + " f" + number + "(");
            for (int i = 0; i < parameters.size(); i++) {
                text.append(i > 0 ? ", " : "").append(parameters.get(i)).append(" p").append(i);
            }
            return text.append(") { return (").append(result).append(")(").append(body).append("); }\n")
                    .toString();
        }
    }

    @Test
    void gccGivesTheSameValues(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "gcc is not installed");
        List<Function> functions = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < FUNCTIONS; i++) {
            List<String> parameters = List.of(type(), type(), type());
            Function function = new Function(type(), parameters, expression(parameters, 4));
            functions.add(function);
            text.append(function.text(i));
        }
        List<long[]> arguments = new ArrayList<>();
        StringBuilder main = new StringBuilder("int main(void) {\n");
        for (int i = 0; i < FUNCTIONS; i++) {
            for (int call = 0; call < CALLS; call++) {
                long[] words = functions.get(i).parameters().stream().mapToLong(this::word).toArray();
                arguments.add(words);
                main.append("printf(\"%llu\\n\", (u64)f").append(i).append("((u64)").append(words[0])
                        .append("LL, (u64)").append(words[1]).append("LL, (u64)").append(words[2])
                        .append("LL));\n");
            }
        }
        List<String> expected = gcc(folder, TYPEDEFS + text + main + "return 0; }\n");
        assertEquals(expected, interpreted(text.toString(), functions, arguments));
        assertEquals(List.of(), differences(text.toString(), functions, arguments, expected));
    }

    /** The same as assertions of rules, for which the ranges of all values are known and checks are left out. */
    private static List<String> differences(String text, List<Function> functions, List<long[]> arguments,
            List<String> expected) {
        StringBuilder model = new StringBuilder(text);
        for (int i = 0; i < functions.size(); i++) {
            StringBuilder call = new StringBuilder();
            for (int parameter = 0; parameter < 3; parameter++) {
                String type = functions.get(i).parameters().get(parameter);
                model.append("static const ").append(type).append(" a").append(i).append('_')
                        .append(parameter)
                        .append("[").append(CALLS).append("] = {");
                for (int one = 0; one < CALLS; one++) {
                    model.append(literal(type, arguments.get(i * CALLS + one)[parameter])).append(", ");
                }
                model.append("};\n");
                call.append(parameter > 0 ? ", " : "").append("a").append(i).append('_').append(parameter)
                        .append("[c]");
            }
            model.append("static const u64 e").append(i).append("[").append(CALLS).append("] = {");
            expected.subList(i * CALLS, (i + 1) * CALLS).forEach(one -> model.append(one).append("ULL, "));
            model.append("};\nrule(r").append(i).append(") { int c = choose(0, ").append(CALLS - 1)
                    .append("); assert((u64)f").append(i).append("(").append(call).append(") == e").append(i)
                    .append("[c]); }\n");
        }
        Running running = Running.of(model.toString());
        List<Transition> steps = running.interpreter().transitions(running.initial());
        assertEquals(FUNCTIONS * CALLS, steps.size());
        return steps.stream().filter(one -> one.failure().isPresent())
                .map(one -> running.name(one) + " " + one.choices()).toList();
    }

    private static String literal(String type, long word) {
        return switch (type) {
            case "u64" -> Long.toUnsignedString(word) + "ULL";
            case "u32" -> word + "U";
            case "s64" -> word + "LL";
            case "bool" -> word == 0 ? "false" : "true";
            default -> Long.toString(word);
        };
    }

    private static List<String> interpreted(String text, List<Function> functions, List<long[]> arguments) {
        Set<String> names = new java.util.HashSet<>();
        for (int i = 0; i < functions.size(); i++) {
            names.add("f" + i);
        }
        Running running = Running.of(Running.program(text + "rule(r) { }\n"),
                new LinkOptions(1, true, names));
        long[] state = running.initial();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Outcome outcome = running.interpreter().call("f" + i / CALLS, 0, state, arguments.get(i))
                    .getFirst();
            assertEquals("Optional.empty", outcome.failure().map(Failure::text).toString(),
                    functions.get(i / CALLS).text(i / CALLS));
            values.add(Long.toUnsignedString(outcome.result()));
        }
        return values;
    }

    /** Signed arithmetic wraps around in both, as the kernel is compiled. */
    private static List<String> gcc(Path folder, String text) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("f.c"), text);
        Path program = folder.resolve("f");
        Process compiler = new ProcessBuilder("gcc", "-w", "-O1", "-fwrapv", "-o", program.toString(),
                source.toString()).redirectErrorStream(true).start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, compiler.waitFor(), said);
        Process run = new ProcessBuilder(program.toString()).start();
        return new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }

    private String type() {
        return TYPES.get(random.nextInt(TYPES.size()));
    }

    /** A word of a type, often one at the ends of its range. */
    private long word(String type) {
        long any = random.nextInt(3) == 0 ? random.nextInt(5) - 2 : random.nextLong() >> random.nextInt(64);
        return switch (type) {
            case "u8" -> any & 0xff;
            case "s8" -> (byte) any;
            case "u16" -> any & 0xffff;
            case "s16" -> (short) any;
            case "u32" -> any & 0xffff_ffffL;
            case "int" -> (int) any;
            case "bool" -> any & 1;
            default -> any == Long.MIN_VALUE ? 0 : any;
        };
    }

    private String expression(List<String> parameters, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            int which = random.nextInt(parameters.size() + 1);
            return which < parameters.size() ? "p" + which : Integer.toString(random.nextInt(100));
        }
        String left = expression(parameters, depth - 1);
        String right = expression(parameters, depth - 1);
        String parameter = "p" + random.nextInt(parameters.size());
        return "(" + switch (random.nextInt(12)) {
            case 0 -> left + " + " + parameter;
            case 1 -> left + " - " + parameter;
            case 2 -> parameter + " * " + right;
            case 3 -> left + " / ((" + right + " & 7) + 1)";
            case 4 -> left + " % ((" + right + " & 15) + 1)";
            case 5 -> left + List.of(" & ", " | ", " ^ ").get(random.nextInt(3)) + right;
            case 6 -> parameter + List.of(" << ", " >> ").get(random.nextInt(2)) + "(" + right + " & 7)";
            case 7 ->
                left + List.of(" < ", " <= ", " > ", " >= ", " == ", " != ").get(random.nextInt(6)) + right;
            case 8 -> left + List.of(" && ", " || ").get(random.nextInt(2)) + right;
            case 9 -> parameter + " ? " + left + " : " + right;
            case 10 -> List.of("~", "-", "!").get(random.nextInt(3)) + parameter;
            default -> "(" + type() + ")(" + parameter + ")";
        } + ")";
    }
}
