package org.xstate.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how fast an anchor model is explored, against SPIN; run by {@code scripts/bench-check}, never by the tests.
 *
 * <p>Each measurement is a process of its own, and the candidates are measured in turn, round by round, so that a busy
 * machine slows all of them. Figures are search times: neither the start of a process nor SPIN's compiling counts.
 */
final class AnchorBench {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final Pattern SPIN_SECONDS = Pattern.compile("elapsed time ([0-9.e+-]+) seconds");
    private static final Pattern SPIN_STATES = Pattern.compile("(\\d+) states, stored");

    private static final Map<String, AnchorModel> MODELS = Map.of("S", AnchorModel.S, "S2", AnchorModel.S2,
            "M",
            AnchorModel.M, "L", AnchorModel.L);
    private static final Map<String, String> S2 = Map.of("SIRQ", "true");
    private static final Map<String, List<String>> SPIN_MODELS = Map.of("S",
            List.of("-DSIRQ=0", "-DFORK=0", "-DPTRACE=0"), "S2", List.of("-DFORK=0", "-DPTRACE=0"), "M",
            List.of(), "L",
            List.of("-DNV=2"));

    private AnchorBench() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "explore" -> explore(arguments[1], Integer.parseInt(arguments[2]));
            case "check" -> check(arguments[1], Integer.parseInt(arguments[2]));
            case "cancel" -> cancel();
            default -> {
                compare(arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]));
                System.out.print(run(Path.of(""), java("cancel")));
            }
        }
    }

    /** One exploration in this process: states, seconds, bytes. */
    private static void explore(String model, int threads) {
        Exploration found = Explorer.explore(MODELS.get(model),
                ExplorationOptions.defaults().withThreads(threads));
        System.out.printf(Locale.ROOT, "%d %.4f %d%n", found.counts().states(),
                found.elapsed().toNanos() / NANOS_PER_SECOND, found.peakMemory());
    }

    /** The same of the model in model C. */
    private static void check(String model, int threads) {
        CheckResult found = ModelCheck.check(Machines.anchor(model, model.equals("S2") ? S2 : Map.of()),
                CheckOptions.defaults().withReductions(false)
                        .withExploration(ExplorationOptions.defaults().withThreads(threads)));
        System.out.printf(Locale.ROOT, "%d %.4f %d%n", found.counts().states(),
                found.elapsed().toNanos() / NANOS_PER_SECOND, found.peakMemory());
    }

    /** Cancels a check of L after each of several numbers of states. */
    private static void cancel() {
        for (long states = 10_000; states <= 10_000_000; states *= 10) {
            long enough = states;
            CancelToken token = new CancelToken();
            AtomicLong cancelled = new AtomicLong();
            ModelCheck.check(Machines.anchor("L", Map.of()),
                    CheckOptions.defaults().withReductions(false).withExploration(
                            ExplorationOptions.defaults().withProgressInterval(Duration.ofMillis(1))),
                    token, progress -> {
                        if (progress.states() >= enough && !token.isCancelled()) {
                            cancelled.set(System.nanoTime());
                            token.cancel();
                        }
                    });
            System.out.printf(Locale.ROOT, "cancelled at %d states: answered after %.1f ms%n", states,
                    (System.nanoTime() - cancelled.get()) / 1e6);
        }
    }

    private static void compare(String model, int rounds, Path promela)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("anchor-bench");
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        boolean spin = onPath("spin") && onPath("gcc") && Files.isReadable(promela);
        if (spin) {
            compile(model, promela, folder);
        } else {
            System.out.println("without SPIN: it needs spin, gcc and " + promela);
        }
        for (int round = 0; round < rounds; round++) {
            if (spin) {
                measured.computeIfAbsent("SPIN", name -> new ArrayList<>()).add(spin(folder));
            }
            for (int threads = 1; threads <= 2; threads++) {
                for (String form : List.of("explore", "check")) {
                    String name = (form.equals("explore") ? "Java" : "model C") + ", threads: " + threads;
                    measured.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(explorer(form, model, threads));
                }
            }
        }
        double first = median(measured.values().iterator().next(), run -> run[1]);
        System.out.printf(Locale.ROOT, "model %s, %d rounds, medians%n", model, rounds);
        measured.forEach((name, runs) -> {
            double seconds = median(runs, run -> run[1]);
            double bytes = runs.getFirst()[2] / runs.getFirst()[0];
            System.out.printf(Locale.ROOT, "%-20s %8.3f s %10.0f states/s %6.1f times%s%n", name, seconds,
                    runs.getFirst()[0] / seconds, first / seconds,
                    Double.isNaN(bytes) ? "" : String.format(Locale.ROOT, " %6.1f bytes/state", bytes));
        });
    }

    private static void compile(String model, Path promela, Path folder)
            throws IOException, InterruptedException {
        Files.copy(promela, folder.resolve("fpu.pml"));
        List<String> generate = new ArrayList<>(List.of("spin", "-a", "-DNF=2", "-DNT=2"));
        generate.addAll(SPIN_MODELS.get(model));
        generate.add("fpu.pml");
        run(folder, generate);
        run(folder,
                List.of("gcc", "-O3", "-march=native", "-w", "-DNOREDUCE", "-DNOBOUNDCHECK", "-DVECTORSZ=64",
                        "-DSAFETY", "-DNOFAIR", "-DMEMLIM=4000", "-o", "pan", "pan.c"));
    }

    private static double[] spin(Path folder) throws IOException, InterruptedException {
        String report = run(folder, List.of("./pan", "-m6000000", "-w24"));
        return new double[]{number(SPIN_STATES, report), number(SPIN_SECONDS, report), Double.NaN};
    }

    private static double[] explorer(String form, String model, int threads)
            throws IOException, InterruptedException {
        String report = run(Path.of(""), java(form, model, Integer.toString(threads)));
        return Arrays.stream(report.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=1t",
                "-Dxstate.root=" + System.getProperty("xstate.root"), "-cp",
                System.getProperty("java.class.path"),
                AnchorBench.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + output);
        }
        return output;
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static double number(Pattern pattern, String report) {
        Matcher matcher = pattern.matcher(report);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + report);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private static double median(List<double[]> runs, ToDoubleFunction<double[]> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
